using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Explanation;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>A scheduler as its host sees it, whatever the rules by which it chooses.</summary>
public interface IPodScheduler : IControlLoop
{
    /// <summary>
    /// Chooses a node at time zero, as the loop would; null: none. The pod counts once it is delivered as it is stored there.
    /// </summary>
    string? Settle(Pod pod);

    /// <summary>The pod asks for this scheduler, by its name.</summary>
    bool Serves(Pod pod);

    /// <summary>What it would decide now, taken apart; nothing is assumed.</summary>
    /// <param name="pod">Without a node, and one that it serves.</param>
    /// <param name="spares">Nodes that could be added, for what would help; may be empty.</param>
    DecisionExplanation Explain(Pod pod, IReadOnlyList<SpareNode> spares);

    /// <summary>A LIST has been delivered to a process that has just started: what waits may come out in the order of a map.</summary>
    void Listed(IMapOrder order);

    /// <summary>When a pod that could not be placed has its next try; null if it does not wait for one.</summary>
    Instant? NextTry(ObjectKey pod);

    /// <summary>The same of all pods that wait for one.</summary>
    IReadOnlyDictionary<ObjectKey, Instant> NextTries();

    /// <summary>What its decisions so far have left behind.</summary>
    IDecisionMemory Memory { get; }

    /// <summary>Is shown the decisions that it asks for; null costs nothing.</summary>
    IDecisionWitness? Witness { get; set; }

    /// <summary>Moves what was noted since the last call to the end of <paramref name="into"/>, oldest first.</summary>
    void TakeNotes(List<PlacementNote> into);
}

public enum PlacementNoteKind
{
    /// <summary>No node will do; the text says why.</summary>
    Unschedulable,

    /// <summary>A node was chosen, but the watch never showed the pod there; the text names the node.</summary>
    AssumptionExpired,

    /// <summary>It has to go so that another pod finds room; the text names that pod and the node.</summary>
    Preempted,

    /// <summary>Room is made for it; the text names the node.</summary>
    Nominated,
}

/// <summary>What went wrong with a pod's placement, for observers.</summary>
public readonly record struct PlacementNote(PlacementNoteKind Kind, ObjectKey Pod, string Text);
