using Simulator.ControlPlane.Scheduling.Extensions;

namespace Simulator.ControlPlane.Scheduling.Framework.Cycle;

/// <summary>An HTTP extender of a configuration with profiles.</summary>
public sealed record NodeExtender(ExtenderPolicy Policy)
{
    /// <summary>What answers in its place; null: nothing does, and the scheduler decides without it.</summary>
    public IOwnRule<INodeExtender>? Own { get; init; }

    /// <summary>The same as one scheduler has made it for itself.</summary>
    public INodeExtender? Answers { get; init; }

    /// <summary>Those for which something answers; whose silence is ignored comes last (scheduler/factory.go of 1.20).</summary>
    /// <exception cref="ArgumentException">A rule does not take its settings; the message says why.</exception>
    public static IReadOnlyList<NodeExtender> ForOneScheduler(IReadOnlyList<NodeExtender> extenders)
    {
        var there = new Dictionary<string, object>(StringComparer.Ordinal);
        return
        [
            .. extenders.Where(extender => extender.Own is not null).OrderBy(extender => extender.Policy.IsIgnorable)
                .Select(extender => extender with { Answers = extender.Own!.Make(there) }),
        ];
    }
}
