using System.Diagnostics;
using Simulator.Cli.Output;
using Simulator.Reports.Statistics;
using Simulator.Studies.Risk;

namespace Simulator.Cli.Verbs;

/// <summary>How many short runs of a study are finished, and how long the rest will take.</summary>
internal sealed class RiskProgress(RiskPlan plan, Screen screen, RunOutput output)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private readonly int _wanted = (plan.Runs + 1) * plan.Variants.Count;
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _last = Stopwatch.GetTimestamp();
    private int _kept;

    /// <summary>Runs that are kept.</summary>
    public int Finished { get; private set; }

    /// <param name="kept">Of the study before it was interrupted.</param>
    public void Begin(int kept)
    {
        (_kept, Finished) = (kept, kept);
        if (kept > 0 && output == RunOutput.Text) screen.Error.WriteLine($"{HumanNumber.Count(kept, "run", "runs")} of before are kept");
    }

    /// <summary>One more is finished.</summary>
    public void Finish()
    {
        Finished++;
        if (output != RunOutput.Text || Stopwatch.GetElapsedTime(_last) < BetweenLines) return;
        _last = Stopwatch.GetTimestamp();
        var each = Stopwatch.GetElapsedTime(_start) / (Finished - _kept);
        var left = each * Math.Max(0, _wanted - Finished);
        screen.Error.WriteLine(
            $"{HumanNumber.Count(Finished)} of about {HumanNumber.Count(_wanted)} runs, {HumanTime.Long(left.TotalSeconds)} left");
    }
}
