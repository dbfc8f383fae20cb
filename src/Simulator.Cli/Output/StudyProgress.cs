using System.Diagnostics;
using Simulator.Reports.Statistics;
using Spectre.Console;

namespace Simulator.Cli.Output;

/// <summary>
/// How many runs of a study are finished, and how long the rest takes: a bar on a terminal, elsewhere a line now and then.
/// </summary>
internal sealed class StudyProgress(Screen screen, RunOutput output)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(3);

    private readonly long _start = Stopwatch.GetTimestamp();
    private long _last = Stopwatch.GetTimestamp();
    private int _wanted;
    private int _known;
    private ProgressTask? _bar;

    /// <summary>Runs that were made in this process.</summary>
    public int Made { get; private set; }

    /// <summary>Runs that are kept.</summary>
    public int Finished => _known + Made;

    public int Wanted => _wanted;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>Shows the progress of the work while it is done.</summary>
    /// <param name="known">Runs that were finished before.</param>
    public T During<T>(int known, Func<T> work)
    {
        _known = known;
        if (known > 0 && output == RunOutput.Text) screen.Error.WriteLine($"{HumanNumber.Count(known, "run", "runs")} of before are kept");
        if (!screen.IsTerminal) return work();
        var bar = screen.Terminal.Progress().AutoClear(true).Columns(
            new TaskDescriptionColumn(), new ProgressBarColumn { Width = 50 }, new PercentageColumn(), new RemainingTimeColumn());
        return bar.Start(context =>
        {
            _bar = context.AddTask("runs");
            return work();
        });
    }

    /// <summary>So many runs are wanted in all.</summary>
    public void Want(int count)
    {
        _wanted = count;
        _bar?.MaxValue = count;
        _bar?.Value = Finished;
    }

    /// <summary>One more is finished.</summary>
    public void Finish()
    {
        Made++;
        _bar?.Increment(1);
        if (_bar is not null || output != RunOutput.Text || Stopwatch.GetElapsedTime(_last) < BetweenLines) return;
        _last = Stopwatch.GetTimestamp();
        var left = Elapsed / Made * Math.Max(0, _wanted - Finished);
        screen.Error.WriteLine(
            $"{HumanNumber.Count(Finished)} of {HumanNumber.Count(_wanted)} runs, {HumanNumber.Plain(Math.Round(Rate, 1))} a second, "
                + $"{HumanTime.Long(left.TotalSeconds)} left");
    }

    /// <summary>Runs a second.</summary>
    public double Rate => Made / Math.Max(0.001, Elapsed.TotalSeconds);
}
