using Simulator.Cli.Output;
using Simulator.Studies.Axes;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs.ManyRuns;

/// <summary>Which of the <c>--set</c> of a sweep are axes, and which hold in every run.</summary>
internal sealed record SweepAxes(IReadOnlyList<Axis> Axes, IReadOnlyList<Setting> Common)
{
    /// <summary>Null, and sentences on the screen, if one is no axis.</summary>
    public static SweepAxes? Of(IReadOnlyList<Setting> settings, Screen screen)
    {
        var (axes, common, isRight) = (new List<Axis>(), new List<Setting>(), true);
        common.AddRange(settings.Where(setting => setting.IsPlugin));
        foreach (var setting in settings.Where(setting => !setting.IsPlugin))
        {
            var problem = "";
            var values = setting.Value.Length == 0 && settings.Count > 1 ? [""] : AxisValues.Parse(setting.Value, out problem);
            if (values is [var only] && only == setting.Value) common.Add(setting);
            else if (values is not null) axes.Add(new Axis(setting.Path, values));
            if (problem.Length > 0) screen.Tell($"--set {setting}  {problem}", "red");
            isRight &= problem.Length == 0;
        }

        foreach (var twice in axes.Select(axis => axis.Path).GroupBy(path => path).Where(group => group.Count() > 1))
        {
            screen.Tell($"--set {twice.Key}  the axis comes twice", "red");
            isRight = false;
        }

        return isRight ? new SweepAxes(axes, common) : null;
    }

    /// <summary>An axis that was typed takes the place of the study's own of the same value.</summary>
    public IReadOnlyList<Axis> Over(IReadOnlyList<Axis> study) =>
        [.. study.Select(own => Axes.FirstOrDefault(axis => axis.Path == own.Path) ?? own),
            .. Axes.Where(axis => study.All(own => own.Path != axis.Path))];
}
