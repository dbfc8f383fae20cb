using Simulator.Api;

namespace Simulator.Plugins;

/// <summary>
/// What an HTTP extender of a policy file answers. How long its calls take is the scenario's (<c>latency</c>), and how long the scheduler
/// waits for them the policy's (<c>httpTimeout</c>).
/// </summary>
public interface IExtender
{
    /// <summary>Asked after the policy's predicates, if the policy has a <c>filterVerb</c>.</summary>
    /// <param name="nodes">Those that are left, in descending order of their names.</param>
    /// <param name="passes">All true; to be set false for those that may not be taken.</param>
    void Filter(Pod pod, IReadOnlyList<INodeView> nodes, Span<bool> passes);

    /// <summary>Asked after the policy's priorities, if the policy has a <c>prioritizeVerb</c>.</summary>
    /// <param name="scores">All 0; see <see cref="INodePriority.Score"/>, times the extender's weight.</param>
    void Prioritize(Pod pod, IReadOnlyList<INodeView> nodes, Span<double> scores);
}
