using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Extensions;

/// <summary>What an extender answers, once it does.</summary>
public interface IExtenderAnswers
{
    /// <summary>Those of the nodes that it lets the pod go to, in their order.</summary>
    List<NodeInfo> Filter(Pod pod, IReadOnlyList<NodeInfo> nodes);

    /// <summary>Scores aligned with the nodes, without its weight.</summary>
    long[] Prioritize(Pod pod, IReadOnlyList<NodeInfo> nodes);
}
