using Simulator.World.Specification;

namespace Simulator.World.Federation;

/// <summary>What the controllers of a federation find around them.</summary>
/// <param name="Members">Every cluster that could be a member, by name.</param>
internal sealed record FederationSetting(
    FederationSpec Spec, IReadOnlyDictionary<string, IFederationMember> Members, DnsProvider Provider)
{
    /// <summary>What is federated at time zero has long been everywhere.</summary>
    public bool IsSettled => Spec.Members.All(member => Members[member].Spec.Start == ClusterStart.Settled);
}
