namespace Simulator.ControlPlane.Scheduling.Explanation;

/// <summary>What there is to tell of a pass of a scheduler with priorities, preemption and a sample of the nodes.</summary>
public sealed record PassFacts
{
    /// <summary>Passes for this pod, this one included.</summary>
    public required int Attempt { get; init; }

    public required int Priority { get; init; }

    /// <summary>"" = none.</summary>
    public required string PriorityClass { get; init; }

    /// <summary>Nodes that were looked at, whether they fit or not.</summary>
    public required int Evaluated { get; init; }

    /// <summary>So many that fit were looked for; then the search ended.</summary>
    public required int Wanted { get; init; }

    /// <summary>Where room was kept for it when the pass began; "" = nowhere.</summary>
    public required string Nominated { get; init; }

    /// <summary>How long it backs off after a pass in vain.</summary>
    public required TimeSpan Backoff { get; init; }

    /// <summary>Null unless the pod fits nowhere.</summary>
    public PreemptionFacts? Preemption { get; init; }
}

/// <summary>What came of looking for pods that could make room.</summary>
public sealed record PreemptionFacts
{
    /// <summary>Why none go; "" if some do.</summary>
    public required string WhyNot { get; init; }

    /// <summary>Nodes where it might help that others go.</summary>
    public int PotentialNodes { get; init; }

    /// <summary>Nodes on which the pod would fit without some others.</summary>
    public int Candidates { get; init; }

    /// <summary>The node that is chosen; "" if none.</summary>
    public string Node { get; init; } = "";

    /// <summary>The pods that have to go, in the order in which it was tried to keep them.</summary>
    public IReadOnlyList<VictimFacts> Victims { get; init; } = [];

    /// <summary>Of these, pods that a disruption budget would have kept.</summary>
    public int Violations { get; init; }

    /// <summary>Budgets that count some of the victims, in name order.</summary>
    public IReadOnlyList<BudgetFacts> Budgets { get; init; } = [];

    /// <summary>Pods of lower priority that lose the room that was kept for them there.</summary>
    public IReadOnlyList<string> Cleared { get; init; } = [];
}

/// <param name="Pod">"namespace/name".</param>
public sealed record VictimFacts(string Pod, int Priority);

/// <param name="Budget">"namespace/name".</param>
/// <param name="Allowed">Disruptions that it allowed before.</param>
/// <param name="Victims">How many of its pods go.</param>
public sealed record BudgetFacts(string Budget, int Allowed, int Victims);
