#!/usr/bin/env bash
# Gives the node an address, and hands each new connection of a pod to what enforces NetworkPolicies (kube-network-policies, queue 100).
set -euo pipefail
folder=$1 address=$2 pods=$3
cat /proc/sys/net/ipv4/ip_forward > "$folder/ip_forward" # pods turn it on
ip link add bulwark0 type bridge
ip address add "$address/32" dev bulwark0
ip link set bulwark0 up
# It does this itself where the kernel can (nft queue). Not every kernel can, and iptables does no harm where it has.
iptables -t mangle -N BULWARK-NODE
# What the host itself sends, such as the probes of the kubelet, is always let through.
iptables -t mangle -A BULWARK-NODE -m addrtype --src-type LOCAL -j RETURN
for end in --source --destination; do
  iptables -t mangle -A BULWARK-NODE $end "$pods" -m conntrack --ctstate NEW -j NFQUEUE --queue-num 100
done
iptables -t mangle -A POSTROUTING -j BULWARK-NODE
