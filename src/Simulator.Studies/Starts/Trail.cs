using Simulator.Api;
using Simulator.ControlPlane.Scheduling;

namespace Simulator.Studies.Starts;

/// <summary>All that a scheduler was told and asked in a settled start, in order, and what it answered.</summary>
/// <param name="Seed">Of its dice.</param>
internal sealed record Trail(ulong Seed, TrailStep[] Steps)
{
    public static readonly Trail Empty = new(0, []);

    /// <summary>Its step is one for a scheduler with these dice, too: they are the same, or nobody has thrown them so far.</summary>
    public bool IsFor(ulong seed, int step) => Seed == seed || !Steps[step].HasThrown;
}

/// <summary>Something that a scheduler was told, or a pod that it was asked for.</summary>
/// <param name="About">As <see cref="Essence"/> leaves it; one instance for pods that follow each other and are alike.</param>
/// <param name="IsQuestion">Where does it go?</param>
/// <param name="Host">The answer, or where a pod was said to be; null: nowhere.</param>
/// <param name="HasThrown">The dice, up to here.</param>
/// <param name="Mark">What the decisions up to here have left behind.</param>
internal readonly record struct TrailStep(ApiObject About, bool IsQuestion, string? Host, bool HasThrown, DecisionMark Mark);
