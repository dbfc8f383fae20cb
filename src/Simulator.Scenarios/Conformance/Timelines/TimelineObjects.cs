using Simulator.Api;

namespace Simulator.Scenarios.Conformance.Timelines;

/// <summary>The objects of the measured runs: php-apache and its autoscaler.</summary>
internal static class TimelineObjects
{
    private const string Name = "php-apache";

    private static readonly LabelSet Labels = LabelSet.Of(("run", Name));

    public static ObjectKey KeyIn(string home) => new(home, Name);

    public static ApiObject Target(string kind, string home, int replicas, long milliCpu)
    {
        var metadata = new ObjectMeta { Name = Name, Namespace = home, Labels = Labels };
        var template = new PodTemplate
        {
            Labels = Labels,
            Spec = new PodSpec
            {
                Containers =
                [
                    new Container
                    {
                        Name = Name,
                        Image = Name,
                        Requests = ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(milliCpu))),
                    },
                ],
            },
        };
        return kind switch
        {
            "ReplicationController" =>
                new ReplicationController { Metadata = metadata, Replicas = replicas, Selector = Labels, Template = template },
            "ReplicaSet" => new ReplicaSet { Metadata = metadata, Replicas = replicas, Selector = SelectorOf(Labels), Template = template },
            "Deployment" => new Deployment { Metadata = metadata, Replicas = replicas, Selector = SelectorOf(Labels), Template = template },
            _ => throw new FormatException(
                $"scaleTarget is '{kind}'; allowed are ReplicationController, ReplicaSet, Deployment"),
        };
    }

    public static HorizontalPodAutoscaler Autoscaler(string kind, string home, int min, int max, int? percent) => new()
    {
        Metadata = new ObjectMeta { Name = Name, Namespace = home },
        TargetKind = kind,
        TargetName = Name,
        MinReplicas = min,
        MaxReplicas = max,
        TargetCpuUtilization = percent,
    };

    private static LabelSelector SelectorOf(LabelSet labels) => new() { MatchLabels = labels };
}
