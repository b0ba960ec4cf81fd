"""The app of ../shop.ts, line by line."""
import sys

from cdk8s import App, Chart, Duration, Size
from cdk8s_bulwark import (
    Acknowledgements, Deployment, Environment, Job, Mode, Platform, Scaling, Sensitivity, StatefulSet, Tenant, Verifier, VolumeClaim, WorkloadDefaults,
)
import cdk8s_plus_28 as kplus

IMAGE = "registry.example.com/web:1.2.3@sha256:" + "0123456789abcdef" * 4


class Plain(Deployment):
    """A subclass that overrides nothing."""


class WithProxy(Deployment):
    """A subclass that adds a container in its own constructor."""

    def __init__(self, scope, id, **props):
        super().__init__(scope, id, **props)
        self.add_container(
            image=IMAGE, name="proxy", port_number=9090,
            resources=kplus.ContainerResources(ephemeral_storage=kplus.EphemeralStorageResources(limit=Size.mebibytes(64))),
        )


def shop():
    app = App()
    Verifier.of(app, mode=Mode.OFF)
    WorkloadDefaults.of(app).set(memory=Size.mebibytes(200), stop_time=Duration.seconds(20))
    tenant = Tenant(
        app, "shop",
        platform=Platform.generic(kubernetes="1.34"), owner="team-shop", environment=Environment.PROD, sensitivity=Sensitivity.CONFIDENTIAL,
    )
    web = Plain(tenant, "web", containers=[kplus.ContainerProps(image=IMAGE, port_number=8080)])
    web.expose_via_service()
    Scaling(tenant, "web-scaling", target=web, max_replicas=6)
    api = WithProxy(
        tenant, "api",
        containers=[kplus.ContainerProps(image=IMAGE, port_number=8080, readiness=kplus.Probe.from_http_get("/ready"))], replicas=3,
    )
    api.containers[0].mount("/data", kplus.Volume.from_empty_dir(tenant, "cache", "cache", size_limit=Size.mebibytes(10)))
    api.attach_container(kplus.Container(image=IMAGE, name="attached"))
    settings = kplus.ConfigMap(tenant, "settings", data={"MODE": "fast"})
    api.containers[1].env.copy_from(kplus.Env.from_config_map(settings))
    db = StatefulSet(
        tenant, "db",
        containers=[kplus.ContainerProps(image=IMAGE, port_number=5432)],
        claims=[VolumeClaim(name="data", size=Size.gibibytes(1), mount_path="/var/lib/data")],
    )
    db.scheduling.separate(web, weight=10)
    Job(tenant, "migrate", containers=[kplus.ContainerProps(image=IMAGE)], backoff_limit=1)
    Acknowledgements.of(db).add(id="run-as-non-root", reason="it is an example", owner="team-shop")
    Chart(app, "empty")
    return app.synth_yaml()


sys.stdout.write(shop())
