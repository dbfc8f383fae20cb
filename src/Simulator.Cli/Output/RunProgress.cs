using System.Diagnostics;
using Simulator.Reports.Statistics;
using Simulator.World.Running;
using Spectre.Console;

namespace Simulator.Cli.Output;

/// <summary>Advances a run to its end and shows how far it is: a bar on a terminal, elsewhere a line now and then.</summary>
internal static class RunProgress
{
    private const int Steps = 200;

    /// <summary>A run that is over before says nothing about its progress.</summary>
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    /// <exception cref="OperationCanceledException">Interrupted between two steps.</exception>
    public static void Complete(ScenarioRun run, Screen screen, CancellationToken interruption) =>
        CompleteTo(run, run.Scenario.Duration, screen, interruption);

    /// <summary>Starts the run if it has not begun, and advances it to a moment.</summary>
    /// <exception cref="OperationCanceledException">Interrupted between two steps.</exception>
    public static void CompleteTo(ScenarioRun run, TimeSpan end, Screen screen, CancellationToken interruption)
    {
        if (screen.IsTerminal) CompleteWithBar(run, end, screen, interruption);
        else CompleteWithLines(run, end, screen, interruption);
    }

    /// <exception cref="OperationCanceledException">Interrupted between two steps.</exception>
    public static void CompleteInSilence(ScenarioRun run, CancellationToken interruption) =>
        Complete(run, run.Scenario.Duration, _ => { }, interruption);

    private static void Complete(ScenarioRun run, TimeSpan end, Action<double> show, CancellationToken interruption)
    {
        interruption.ThrowIfCancellationRequested();
        if (!run.IsStarted) run.Start();
        var step = run.Scenario.Duration / Steps;
        while (true)
        {
            interruption.ThrowIfCancellationRequested();
            show(end > TimeSpan.Zero ? run.Now / end : 1);
            var next = run.Now + step;
            if (!run.Advance(next < end ? next : end) || run.Now >= end && end < run.Scenario.Duration) break;
        }

        show(1);
    }

    private static void CompleteWithBar(ScenarioRun run, TimeSpan end, Screen screen, CancellationToken interruption)
    {
        var bar = screen.Terminal.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn { Width = 60 }, new PercentageColumn(), new RemainingTimeColumn());
        bar.Start(context =>
        {
            var task = context.AddTask(run.Scenario.Name);
            Complete(run, end, share => task.Value = share * task.MaxValue, interruption);
        });
    }

    private static void CompleteWithLines(ScenarioRun run, TimeSpan end, Screen screen, CancellationToken interruption)
    {
        var last = Stopwatch.GetTimestamp();
        Complete(run, end, Show, interruption);

        void Show(double share)
        {
            if (Stopwatch.GetElapsedTime(last) < BetweenLines) return;
            last = Stopwatch.GetTimestamp();
            screen.Error.WriteLine(
                $"{share:P0} of {HumanTime.Clock(run.Scenario.Duration.TotalSeconds)} simulated, {run.EventCount:N0} events");
        }
    }
}
