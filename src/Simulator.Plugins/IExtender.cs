using Simulator.Api;

namespace Simulator.Plugins;

/// <summary>
/// What an HTTP extender of a policy file, or of a configuration with profiles, answers. How long its calls take is the scenario's
/// (<c>latency</c>), and how long the scheduler waits for them that file's (<c>httpTimeout</c>).
/// </summary>
public interface IExtender
{
    /// <summary>Asked after the predicates or filters, if it has a <c>filterVerb</c>.</summary>
    /// <param name="nodes">Those that are left, in descending order of their names.</param>
    /// <param name="passes">All true; to be set false for those that may not be taken.</param>
    void Filter(Pod pod, IReadOnlyList<INodeView> nodes, Span<bool> passes);

    /// <summary>Asked after the priorities or scores, if it has a <c>prioritizeVerb</c>.</summary>
    /// <param name="scores">All 0; see <see cref="INodePriority.Score"/>, times the extender's weight; with profiles
    /// times 10, too, because their scores go to 100 and those of extenders to 10.</param>
    void Prioritize(Pod pod, IReadOnlyList<INodeView> nodes, Span<double> scores);

    /// <summary>
    /// Asked where room has to be made, if it has a <c>preemptVerb</c> (versions with profiles); without this method nothing changes.
    /// </summary>
    /// <param name="nodes">Those on which the pod would fit if others went.</param>
    /// <param name="victims">
    /// Who would go, node by node; may be replaced by other pods that are on the node, at least one, or by null: there nobody may go.
    /// </param>
    void Preempt(Pod pod, IReadOnlyList<INodeView> nodes, Span<IReadOnlyList<Pod>?> victims)
    {
    }
}
