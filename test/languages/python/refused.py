"""A wrong input is one clear error in Python too."""
from cdk8s import App, Chart
from cdk8s_bulwark import Deployment
import cdk8s_plus_28 as kplus

try:
    Deployment(Chart(App(), "chart"), "web", containers=[kplus.ContainerProps(image="a b")])
except RuntimeError as error:
    print(str(error).splitlines()[0])
