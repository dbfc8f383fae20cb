using Simulator.Api;

namespace Simulator.Tests.Stories;

/// <summary>Objects that stories and measured runs share.</summary>
internal static class Workloads
{
    public static ResourceList Machine { get; } = Resources(4000, 15L << 30, 110);

    public static ResourceList Resources(long milliCpu, long memory, long pods) => ResourceList.Of(
        (ResourceNames.Cpu, Quantity.FromMilli(milliCpu)),
        (ResourceNames.Memory, Quantity.FromUnits(memory)),
        (ResourceNames.Pods, Quantity.FromUnits(pods)));

    public static Service Service(string name) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "default" },
        Selector = LabelSet.Of(("app", name)),
        Ports = [new ServicePort("", 80, "TCP", "80")],
    };

    public static ReplicationController Controller(
        string name, int replicas, long milliCpu, Probe? readinessProbe = null, long mebibytes = 100)
    {
        var requests =
            ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(milliCpu)), (ResourceNames.Memory, Quantity.FromUnits(mebibytes << 20)));
        var container = new Container
        {
            Name = "c",
            Image = "web:1",
            Requests = requests,
            Ports = [new ContainerPort("", 80, 0, "TCP")],
            ReadinessProbe = readinessProbe,
        };
        return new ReplicationController
        {
            Metadata = new ObjectMeta { Name = name, Namespace = "default" },
            Replicas = replicas,
            Selector = LabelSet.Of(("app", name)),
            Template = new PodTemplate { Labels = LabelSet.Of(("app", name)), Spec = new PodSpec { Containers = [container] } },
        };
    }

    /// <summary>A pod that nobody controls.</summary>
    public static Pod Pod(string name) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "default", Labels = LabelSet.Of(("app", name)) },
        Spec = Controller(name, 1, 100).Template.Spec,
    };

    public static DaemonSet Daemon(string name) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "default" },
        Selector = new LabelSelector { MatchLabels = LabelSet.Of(("app", name)) },
        Template = Controller(name, 1, 100).Template,
    };
}
