using Simulator.Api.Documents;
using Simulator.World.Explanation;

namespace Simulator.Scenarios.Import;

/// <summary>What came of an import, for people and machines.</summary>
public sealed record ImportAnswer
{
    /// <summary>The newest moment that the dump tells of; null if it tells none.</summary>
    public DateTime? Moment { get; init; }

    /// <summary>How many files were read.</summary>
    public int Files { get; init; }

    public int Nodes { get; init; }

    public int NodesNotReady { get; init; }

    public int NodesCordoned { get; init; }

    public int Pools { get; init; }

    public int Zones { get; init; }

    /// <summary>Versions of the kubelets, with how many nodes of each.</summary>
    public IReadOnlyDictionary<string, int> Kubelets { get; init; } = new Dictionary<string, int>();

    /// <summary>Pods by phase.</summary>
    public IReadOnlyDictionary<string, int> Pods { get; init; } = new Dictionary<string, int>();

    /// <summary>Running pods by the kind of their owner, "" for those on their own, and how many of each.</summary>
    public IReadOnlyDictionary<string, int> Owners { get; init; } = new Dictionary<string, int>();

    /// <summary>Objects in the scenario by kind.</summary>
    public IReadOnlyDictionary<string, int> Kept { get; init; } = new Dictionary<string, int>();

    /// <summary>Objects that are not in it by kind.</summary>
    public IReadOnlyDictionary<string, int> LeftOut { get; init; } = new Dictionary<string, int>();

    /// <summary>Objects that came more than once.</summary>
    public int Twice { get; init; }

    public required FoundFit Fit { get; init; }

    /// <summary>What is not acted upon, the worst first.</summary>
    public IReadOnlyList<Omission> Omissions { get; init; } = [];

    public int PodCount => Pods.Values.Sum();
}
