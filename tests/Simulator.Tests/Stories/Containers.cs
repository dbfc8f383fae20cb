using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.Tests.Stories;

/// <summary>Pods of one container on the first node of a story, and what they do.</summary>
internal static class Containers
{
    public const string Node = "n-0001";

    /// <summary>Settles nothing: the kubelet starts what it is given; containers start in half a second.</summary>
    public static Story Story(KubeletOptions? kubelet = null, ulong seed = 1) => Stories.Story.Of(
        nodesPerZone: 1,
        seed,
        ClusterStart.Empty,
        kubelet: (kubelet ?? new KubeletOptions()) with
        {
            ContainerStartMin = TimeSpan.FromSeconds(0.5),
            ContainerStartMax = TimeSpan.FromSeconds(0.5),
        });

    public static Pod Pod(string name, string restartPolicy = "Always", params Container[] containers) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "default", Labels = LabelSet.Of(("app", name)) },
        Spec = new PodSpec
        {
            NodeName = Node,
            RestartPolicy = restartPolicy,
            Containers = containers.Length > 0 ? containers : [Container()],
        },
    };

    public static Container Container(string name = "c") => new() { Name = name, Image = "web:1" };

    public static Container Using(long mebibytes, string name = "c", long? limit = null) => Container(name) with
    {
        Requests = ResourceList.Of((ResourceNames.Memory, Quantity.FromUnits(mebibytes << 20))),
        Limits = limit is { } most ? ResourceList.Of((ResourceNames.Memory, Quantity.FromUnits(most << 20))) : ResourceList.Empty,
    };

    public static ApplicationSpec App(string name) => new() { Selector = LabelSet.Of(("app", name)) };

    public static IDistribution Always(double seconds) => new Constant(TimeSpan.FromSeconds(seconds));

    public static List<double> Times(this Story story, ObservationKind kind, string pod) =>
        [.. story.Of(kind).Where(fact => fact.Subject == $"default/{pod}").Select(fact => fact.At.TotalSeconds)];
}
