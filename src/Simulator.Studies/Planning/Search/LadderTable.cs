using System.Globalization;
using Simulator.Studies.Axes;
using Simulator.Studies.Files;
using Simulator.World.Specification;

namespace Simulator.Studies.Planning.Search;

/// <summary>What a study asks for, as ladders to search.</summary>
public static class LadderTable
{
    /// <param name="dollars">What a variant costs an hour; asked for the cheapest only.</param>
    public static IReadOnlyList<Ladder> Of(PlanSpec plan, Func<IReadOnlyList<Setting>, double> dollars) => plan.Goal switch
    {
        PlanGoal.Smallest => [Line(plan.Axes[0], plan.Axes[0].Values)],
        PlanGoal.Largest => [Line(plan.Axes[0], plan.Axes[0].Values.Reverse())],
        _ => Cheapest(plan.Axes, dollars),
    };

    private static Ladder Line(Axis axis, IEnumerable<string> values) =>
        new("", [.. values.Select((value, i) => new Rung([new Setting(axis.Path, value)], value, i))]);

    /// <summary>A ladder for each combination of all but the last axis of numbers.</summary>
    private static IReadOnlyList<Ladder> Cheapest(IReadOnlyList<Axis> axes, Func<IReadOnlyList<Setting>, double> dollars)
    {
        var climbed = axes.LastOrDefault(axis => axis.Values.All(value => NumberOf(value) is not null));
        IReadOnlyList<string> paths = [.. axes.Select(axis => axis.Path)];
        IReadOnlyList<Axis> others = [.. axes.Where(axis => axis != climbed)];
        return
        [
            .. Axis.Product(others).Select(common =>
            {
                var rungs = climbed is null
                    ? [common]
                    : climbed.Values.Select(value => InOrder(common, new Setting(climbed.Path, value), axes));
                return new Ladder(
                    ShortNames.Of(common, paths, " "),
                    [
                        .. rungs.Select(settings => new Rung([.. settings], ShortNames.Of(settings, paths, " "), dollars([.. settings])))
                            .OrderBy(rung => rung.Cost).ThenBy(rung => climbed is null ? 0 : NumberOf(ValueOf(rung.Settings, climbed))),
                    ]);
            }),
        ];
    }

    private static IReadOnlyList<Setting> InOrder(IReadOnlyList<Setting> common, Setting climbed, IReadOnlyList<Axis> axes) =>
        [.. axes.Select(axis => axis.Path == climbed.Path ? climbed : common.First(setting => setting.Path == axis.Path))];

    private static string ValueOf(IReadOnlyList<Setting> settings, Axis axis) => settings.First(setting => setting.Path == axis.Path).Value;

    internal static decimal? NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
