using Simulator.Api;

namespace Simulator.World.Specification.Operations;

/// <summary>A service for the pods of an object (kubectl expose).</summary>
public sealed record ExposeOperation(string Kind, ObjectKey Key) : OperationSpec
{
    /// <summary>Kinds from which a selector can be read.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["Deployment", "Pod", "ReplicaSet", "ReplicationController", "Service"];

    /// <summary>Null: the object's.</summary>
    public string? Name { get; init; }

    /// <summary>Null: those of its containers.</summary>
    public int? Port { get; init; }

    /// <summary>A number or a name; null = the port.</summary>
    public string? TargetPort { get; init; }

    /// <summary>Null: what the containers say, else TCP.</summary>
    public string? Protocol { get; init; }

    public string Type { get; init; } = "ClusterIP";

    public override string Title => $"expose {Kind} {Key}{(Name is null ? "" : $" as {Name}")}";
}

/// <summary>A HorizontalPodAutoscaler for an object (kubectl autoscale).</summary>
public sealed record AutoscaleOperation(string Kind, ObjectKey Key, int Max) : OperationSpec
{
    public static IReadOnlyList<string> Kinds { get; } = ["Deployment", "ReplicaSet", "ReplicationController"];

    /// <summary>Null: the object's.</summary>
    public string? Name { get; init; }

    public int Min { get; init; } = 1;

    /// <summary>Percent of what pods request; null leaves it to the controller.</summary>
    public int? CpuPercent { get; init; }

    public override string Title => $"autoscale {Kind} {Key} from {Min} to {Max}";
}
