using Simulator.Api;

namespace Simulator.Scenarios.Files.Drafts;

/// <summary>So many controllers of one shape.</summary>
internal sealed record GeneratorDraft
{
    /// <summary>The kinds that there are. A daemon set has no use for a number of replicas; a job runs them all at once.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "ReplicationController", "ReplicaSet", "Deployment", "DaemonSet", "Job", "PetSet",
    ];

    public string Kind { get; init; } = "ReplicationController";

    public string NamePrefix { get; init; } = "web";

    public string Namespace { get; init; } = "default";

    public int Count { get; init; } = 1;

    /// <summary>Of each.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>Requested by each pod.</summary>
    public Quantity Cpu { get; init; }

    /// <summary>Requested by each pod.</summary>
    public Quantity Memory { get; init; }

    /// <summary>Each controller comes with a service of its name.</summary>
    public bool Service { get; init; } = true;

    /// <summary>Size of the disk of each pet; null: pets have none.</summary>
    public Quantity? Storage { get; init; }

    public string Image { get; init; } = "web:1";
}
