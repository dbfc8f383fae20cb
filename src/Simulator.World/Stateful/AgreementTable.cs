using Simulator.World.Specification;

namespace Simulator.World.Stateful;

/// <summary>Which rule each kind of state follows.</summary>
internal static class AgreementTable
{
    public static IAgreement Of(StateGroup group) => group.Spec.Kind switch
    {
        StateKind.Quorum => new QuorumAgreement(group),
        StateKind.PrimaryReplica => new PrimaryAgreement(group),
        StateKind.Sharded => new ShardAgreement(group),
        _ => throw new NotSupportedException($"No rule for {group.Spec.Kind}."),
    };
}
