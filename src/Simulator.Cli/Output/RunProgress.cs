using System.Diagnostics;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;
using Spectre.Console;

namespace Simulator.Cli.Output;

/// <summary>Advances a run to its end and shows how far it is: a bar on a terminal, elsewhere a line now and then.</summary>
internal sealed class RunProgress
{
    private const int Steps = 200;

    /// <summary>A run that is over before says nothing about its progress.</summary>
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    private readonly Scenario _scenario;
    private readonly Screen _screen;
    private readonly CancellationToken _interruption;
    private readonly bool _isQuiet;
    private readonly long _wanted;
    private long _last = Stopwatch.GetTimestamp();
    private string _told = "";
    private Action<Stage> _show = _ => { };

    public RunProgress(Scenario scenario, Screen screen, bool isQuiet, CancellationToken interruption)
    {
        (_scenario, _screen, _isQuiet, _interruption) = (scenario, screen, isQuiet, interruption);
        _wanted = Math.Max(1, Headline.PodsOf(scenario));
        Observer = new StartWatch(Place);
    }

    /// <summary>To be told the facts of the run, for the time in which it starts.</summary>
    public IObserver Observer { get; }

    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public void Complete(ScenarioRun run) => CompleteTo(run, _scenario.Duration);

    /// <summary>Starts the run if it has not begun, and advances it to a moment.</summary>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public void CompleteTo(ScenarioRun run, TimeSpan end)
    {
        if (_screen.IsTerminal) CompleteWithBar(run, end);
        else CompleteWithLines(run, end);
    }

    private void Advance(ScenarioRun run, TimeSpan end)
    {
        _interruption.ThrowIfCancellationRequested();
        if (!run.IsStarted) run.Start();
        var step = run.StepOf(Steps);
        while (true)
        {
            _interruption.ThrowIfCancellationRequested();
            _show(new Stage(_scenario.Name, end > TimeSpan.Zero ? run.Now / end : 1, $"{run.EventCount:N0} events"));
            var next = run.Now + step;
            if (!run.Advance(next < end ? next : end) || run.Now >= end && end < _scenario.Duration) break;
        }

        _show(new Stage(_scenario.Name, 1, ""));
    }

    private void Place(long pods)
    {
        _interruption.ThrowIfCancellationRequested();
        _show(new Stage("placing pods", Math.Min(1, pods / (double)_wanted), ""));
    }

    private void CompleteWithBar(ScenarioRun run, TimeSpan end)
    {
        var bar = _screen.Terminal.Progress().AutoClear(true).Columns(
            new TaskDescriptionColumn(), new ProgressBarColumn { Width = 50 }, new PercentageColumn(), new RemainingTimeColumn());
        bar.Start(context =>
        {
            ProgressTask? task = null;
            _show = stage =>
            {
                if (task is null || task.Description != stage.Name)
                {
                    task?.Value = task.MaxValue;
                    task = context.AddTask(stage.Name);
                }

                task.Value = stage.Share * task.MaxValue;
            };
            Advance(run, end);
        });
    }

    private void CompleteWithLines(ScenarioRun run, TimeSpan end)
    {
        if (!_isQuiet) _show = Tell;
        Advance(run, end);
    }

    private void Tell(Stage stage)
    {
        if (Stopwatch.GetElapsedTime(_last) < BetweenLines) return;
        _last = Stopwatch.GetTimestamp();
        var line = stage.Detail.Length == 0
            ? $"{stage.Share:P0} of {HumanNumber.Count(_wanted, "pod", "pods")} placed"
            : $"{stage.Share:P0} of {HumanTime.Clock(_scenario.Duration.TotalSeconds)} simulated, {stage.Detail}";
        if (line != _told) _screen.Error.WriteLine(line);
        _told = line;
    }

    /// <param name="Share">Of it that is done.</param>
    /// <param name="Detail">"" while the clusters start.</param>
    private readonly record struct Stage(string Name, double Share, string Detail);
}
