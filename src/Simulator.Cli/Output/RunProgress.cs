using System.Diagnostics;
using Simulator.Reports;
using Simulator.World;
using Spectre.Console;

namespace Simulator.Cli.Output;

/// <summary>Advances a run to its end and shows how far it is: a bar on a terminal, elsewhere a line now and then.</summary>
internal static class RunProgress
{
    private const int Steps = 200;

    /// <summary>A run that is over before says nothing about its progress.</summary>
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    /// <exception cref="OperationCanceledException">Interrupted between two steps.</exception>
    public static void Complete(ScenarioRun run, Screen screen, CancellationToken interruption)
    {
        if (screen.IsTerminal) CompleteWithBar(run, screen, interruption);
        else CompleteWithLines(run, screen, interruption);
    }

    /// <exception cref="OperationCanceledException">Interrupted between two steps.</exception>
    public static void CompleteInSilence(ScenarioRun run, CancellationToken interruption) => Complete(run, _ => { }, interruption);

    private static void Complete(ScenarioRun run, Action<double> show, CancellationToken interruption)
    {
        interruption.ThrowIfCancellationRequested();
        run.Start();
        var step = run.Scenario.Duration / Steps;
        do
        {
            interruption.ThrowIfCancellationRequested();
            show(run.Now / run.Scenario.Duration);
        }
        while (run.Advance(run.Now + step));
        show(1);
    }

    private static void CompleteWithBar(ScenarioRun run, Screen screen, CancellationToken interruption)
    {
        var bar = screen.Terminal.Progress().AutoClear(true).Columns(new ProgressBarColumn { Width = 60 }, new PercentageColumn(), new RemainingTimeColumn());
        bar.Start(context =>
        {
            var task = context.AddTask(run.Scenario.Name);
            Complete(run, share => task.Value = share * task.MaxValue, interruption);
        });
    }

    private static void CompleteWithLines(ScenarioRun run, Screen screen, CancellationToken interruption)
    {
        var last = Stopwatch.GetTimestamp();
        Complete(run, Show, interruption);

        void Show(double share)
        {
            if (Stopwatch.GetElapsedTime(last) < BetweenLines) return;
            last = Stopwatch.GetTimestamp();
            screen.Error.WriteLine($"{share:P0} of {HumanTime.Clock(run.Scenario.Duration.TotalSeconds)} simulated, {run.EventCount:N0} events");
        }
    }
}
