using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Cluster;

/// <summary>What one round saw and did, for those who ask why; filled only while somebody does.</summary>
public sealed class RoundReport
{
    public required Instant StartedAt { get; init; }

    /// <summary>Null while it is under way.</summary>
    public Instant? EndedAt { get; set; }

    /// <summary>Listed nodes: Ready and not cordoned.</summary>
    public int Nodes { get; set; }

    /// <summary>Why the round was dropped before anything was decided; "" if it was not.</summary>
    public string Dropped { get; set; } = "";

    /// <summary>Pods that the scheduler called unschedulable.</summary>
    public int Unschedulable { get; set; }

    /// <summary>Of these, pods that had to be judged anew since nodes are younger; their condition was reset.</summary>
    public int Reset { get; set; }

    /// <summary>Of these, pods that would fit on a node that is there.</summary>
    public int Schedulable { get; set; }

    /// <summary>Why each group would not help, or not all pods; by group.</summary>
    public Dictionary<string, string> Refusals { get; init; } = [];

    /// <summary>Groups that would help, with the number of pods.</summary>
    public List<(string Group, int Pods)> Options { get; } = [];

    /// <summary>"" if no group grew.</summary>
    public string Grew { get; set; } = "";

    /// <summary>Nodes and since when they have been unneeded.</summary>
    public IReadOnlyDictionary<string, Instant> Unneeded { get; set; } = new Dictionary<string, Instant>();

    /// <summary>Nodes below the threshold, and why they are needed all the same.</summary>
    public Dictionary<string, string> Needed { get; } = [];

    /// <summary>Why nothing could be removed yet; "" if removals were tried.</summary>
    public string RemovalWaits { get; set; } = "";

    /// <summary>The node that is removed; "" = none.</summary>
    public string Removed { get; set; } = "";
}
