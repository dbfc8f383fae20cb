using Simulator.Api;

namespace Simulator.Plugins;

/// <summary>The whole decision, in the place of all priorities: which node? The policy's predicates say among which.</summary>
public interface INodeChooser
{
    /// <param name="nodes">All that pass the policy's predicates (a policy without predicates: all that are ready and schedulable), in
    /// descending order of their names; at least one.</param>
    /// <returns>One of them; null: none, the pod waits and is tried again.</returns>
    INodeView? Choose(Pod pod, IReadOnlyList<INodeView> nodes);
}
