using Simulator.World.Specification;

namespace Simulator.Studies.Axes;

/// <summary>A value of a scenario, and what is tried in its place.</summary>
/// <param name="Path">As <c>--set</c> takes it.</param>
/// <param name="Values">At least one, each once, in the order in which they are shown.</param>
public sealed record Axis(string Path, IReadOnlyList<string> Values)
{
    /// <summary>All combinations of values: the last axis changes first. Without an axis there is one, which changes nothing.</summary>
    public static IEnumerable<IReadOnlyList<Setting>> Product(IReadOnlyList<Axis> axes) =>
        axes.Aggregate<Axis, IEnumerable<IReadOnlyList<Setting>>>(
            [[]], (variants, axis) => variants.SelectMany(
                variant => axis.Values.Select(value => (IReadOnlyList<Setting>)[.. variant, new Setting(axis.Path, value)])));

    /// <summary>How many combinations there are.</summary>
    public static double Count(IReadOnlyList<Axis> axes) => axes.Aggregate(1d, (count, axis) => count * axis.Values.Count);
}
