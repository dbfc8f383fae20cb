using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;

namespace Simulator.ControlPlane.Scheduling.Framework.Cycle;

/// <summary>Has a name under which profiles and messages know it.</summary>
public interface IPlugin
{
    string Name { get; }
}

/// <summary>Which of two pods is tried first.</summary>
public interface IQueueSort : IPlugin
{
    /// <summary>By rank, then by how long each has waited; less than 0: the left one.</summary>
    int Compare(Pod left, Instant leftSince, Pod right, Instant rightSince);
}

/// <summary>Looks at the pod and at all nodes before any node is checked.</summary>
public interface IPreFilter : IPlugin
{
    /// <summary>Null: go on. Otherwise no node is checked.</summary>
    Status? PreFilter(Pass pass);
}

/// <summary>Keeps what a pre-filter has counted true while pods are thought away or in.</summary>
public interface IPodChanges
{
    /// <param name="change">1: it comes; -1: it goes.</param>
    void Change(Pass pass, CycleState state, NodePod other, NodeState node, int change);
}

/// <summary>May the pod run on the node?</summary>
public interface IFilter : IPlugin
{
    /// <summary>False: it lets this pod onto every node, so that nobody need ask.</summary>
    bool Concerns(Pass pass) => true;

    /// <summary>Null if it may.</summary>
    Status? Filter(Pass pass, CycleState state, NodeState node);
}

/// <summary>Looks at the nodes that fit before any is scored.</summary>
public interface IPreScore : IPlugin
{
    Status? PreScore(Pass pass, IReadOnlyList<NodeState> fit);
}

/// <summary>How good a node is for the pod.</summary>
public interface IScore : IPlugin
{
    /// <param name="error">Not null: the pass fails.</param>
    long Score(Pass pass, NodeState node, out string? error);
}

/// <summary>Brings the scores of all nodes that fit to 0 to 100.</summary>
public interface INormalize
{
    /// <param name="scores">Aligned with the nodes; replaced in place.</param>
    void Normalize(Pass pass, IReadOnlyList<NodeState> fit, long[] scores);
}
