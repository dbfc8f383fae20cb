using Simulator.Engine;

namespace Simulator.Cli.Bench;

/// <summary>How fast the event kernel is on this machine: so many timeouts outstanding, each fired one scheduled again.</summary>
public static class EngineBench
{
    /// <param name="pending">Timeouts outstanding at any time; at least 1.</param>
    /// <param name="events">Timeouts to fire, of each kind; a tenth as many, but each at least ten times, fire before the clock
    /// starts.</param>
    public static EngineBenchResult Run(int pending, long events)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pending, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(events, 1);
        var callbacks = Measure(StartCallbacks(pending), pending, events);
        var processes = Measure(StartProcesses(pending), pending, events);
        return new EngineBenchResult(pending, events, callbacks.PerSecond, processes.PerSecond, callbacks.Bytes, processes.Bytes);
    }

    /// <summary>A simulation with so many callbacks outstanding, each of which schedules itself again.</summary>
    public static Simulation StartCallbacks(int pending)
    {
        var simulation = new Simulation();
        var callback = new RepeatingCallback(simulation);
        for (var i = 0; i < pending; i++) callback.Schedule();
        return simulation;
    }

    /// <summary>A simulation with so many processes, each of which waits again and again.</summary>
    public static Simulation StartProcesses(int pending)
    {
        var simulation = new Simulation();
        var delays = new Delays();
        for (var i = 0; i < pending; i++) simulation.Process(Repeat(simulation, delays));
        return simulation;
    }

    /// <summary>Fires so many events, or all there are.</summary>
    public static void Fire(Simulation simulation, long events)
    {
        for (var i = 0L; i < events && simulation.Step(); i++)
        {
        }
    }

    private static (double PerSecond, double Bytes) Measure(Simulation simulation, int pending, long events)
    {
        Fire(simulation, Math.Max(events / 10, pending * 10L));
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Environment.CpuUsage.TotalTime;
        Fire(simulation, events);
        var seconds = Math.Max((Environment.CpuUsage.TotalTime - start).TotalSeconds, 1e-6);
        return (events / seconds, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)events);
    }

    private static IEnumerable<Event> Repeat(Simulation simulation, Delays delays)
    {
        while (true) yield return simulation.Timeout(delays.Next());
    }
}
