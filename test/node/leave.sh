#!/usr/bin/env bash
# Takes away everything that a node made, whether it still runs or was killed. Only what has the names of the tests is touched.
folder=$1 socket=$2 ctr=$3

stop() { # a program, by the process that was written down, if it still is that program
  local pid; pid=$(cat "$folder/$1.pid" 2>/dev/null) || return 0
  [[ $(readlink "/proc/$pid/exe") == */$1 ]] || return 0
  kill -9 "$pid"
  while [[ -e /proc/$pid && $(cut -d ' ' -f 3 "/proc/$pid/stat") != Z ]]; do sleep 0.1; done
}

stop kubelet
containers=("$ctr" -a "$socket" -n k8s.io)
if timeout 20 "${containers[@]}" version > /dev/null 2>&1; then
  for task in $("${containers[@]}" tasks ls -q); do "${containers[@]}" tasks rm -f "$task" > /dev/null 2>&1; done
  for container in $("${containers[@]}" containers ls -q); do "${containers[@]}" containers rm "$container" > /dev/null 2>&1; done
fi
# One whose containerd was killed is found by the socket that it was told.
for process in /proc/[0-9]*; do
  [[ $(readlink "$process/exe") == */containerd-shim-runc-v2 ]] && grep -qaF "$socket" "$process/cmdline" && kill -9 "${process#/proc/}"
done
stop containerd
stop kube-network-policies
# Whatever is left of the containers is in the cgroup of the node.
cgroups() { find /sys/fs/cgroup/bulwark-node /sys/fs/cgroup/*/bulwark-node "$@" 2>/dev/null; }
cgroups -name cgroup.procs -exec cat {} + | sort -un | xargs -r kill -9
for _ in {1..50}; do cgroups -depth -type d -exec rmdir {} +; [[ -z $(cgroups) ]] && break; sleep 0.1; done

# Among them are the network namespaces of pods, which their links go away with.
awk -v folder="$folder/" 'index($2, folder) == 1 { print $2 }' /proc/mounts | sort -r | xargs -r umount -l
iptables -t mangle -D POSTROUTING -j BULWARK-NODE 2>/dev/null
iptables -t mangle -F BULWARK-NODE 2>/dev/null
iptables -t mangle -X BULWARK-NODE 2>/dev/null
ip link del bulwark0 2>/dev/null
[ ! -s "$folder/ip_forward" ] || cat "$folder/ip_forward" > /proc/sys/net/ipv4/ip_forward
find /var/log/containers -lname "$folder/*" -delete 2>/dev/null
rm -rf --one-file-system "$folder"
