using Simulator.World.Stateful;

namespace Simulator.Tests.World.Stateful;

/// <summary>The rules as they read, counted anew over all members each time: no bookkeeping.</summary>
internal static class PlainGroup
{
    public static int InSync(Ensemble group) => Enumerable.Range(0, group.Wanted).Count(i => IsInSync(group, i));

    /// <summary>Some member in sync reaches a majority of them, itself included.</summary>
    public static bool HasQuorum(Ensemble group) => Enumerable.Range(0, group.Wanted).Any(i =>
        IsInSync(group, i) && Enumerable.Range(0, group.Wanted).Count(j => IsInSync(group, j) && Reaches(group, i, j)) > group.Wanted / 2);

    /// <summary>Shares of which no member in sync has a copy.</summary>
    public static int SharesMissing(Ensemble group, int copies) => Enumerable.Range(0, group.Wanted).Count(share =>
        Enumerable.Range(0, copies).All(copy => !IsInSync(group, (share + copy) % group.Wanted)));

    private static bool IsInSync(Ensemble group, int member) => group.StateOf(member) == MemberState.InSync;

    private static bool Reaches(Ensemble group, int one, int other) =>
        Ensemble.ZoneOf(one) == Ensemble.ZoneOf(other) || !group.Network.IsCut(Ensemble.ZoneOf(one), Ensemble.ZoneOf(other));
}
