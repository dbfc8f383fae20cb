using Simulator.Engine;
using Simulator.World.Load;

namespace Simulator.Tests.Laws;

/// <summary>A pod whose clients give up and try again, by formulas and event by event.</summary>
internal sealed class StormTwins
{
    private const double Step = 0.5;
    private const int Runs = 4;

    private readonly List<(double At, double Requests, double Failing)> _formulas = [];
    private readonly List<double> _came = [];
    private readonly List<double> _failed = [];

    public StormTwins(PodQueue queue, (double At, double PerSecond)[] rates, double timeout, int retries, double pause)
    {
        var end = rates[^1].At + 120;
        for (ulong seed = 1; seed <= Runs; seed++) Play(queue, rates, timeout, retries, pause, end, seed);
        Compute(queue, rates, timeout, retries, pause, end);
    }

    /// <summary>Share of requests that fail for good, by when they came first or were tried last: a mean over a time.</summary>
    public double FailingOfEvents(double from, double to) => (double)Count(_failed, from, to) / Count(_came, from, to);

    public double FailingOfFormulas(double from, double to)
    {
        var moments = _formulas.Where(moment => moment.At >= from && moment.At < to).ToList();
        return moments.Sum(moment => moment.Failing) / moments.Sum(moment => moment.Requests);
    }

    private static int Count(List<double> times, double from, double to) => times.Count(at => at >= from && at < to);

    private void Play(
        PodQueue queue, (double At, double PerSecond)[] rates, double timeout, int retries, double pause, double end, ulong seed)
    {
        var simulation = new Simulation();
        var station = new PodStation(simulation, queue, new RandomStreams(seed)["pod"])
        {
            Timeout = timeout,
            Retries = retries,
            Pause = pause,
        };
        foreach (var (at, perSecond) in rates) station.At(at, perSecond);
        station.At(end, 0);
        simulation.RunAll();
        _came.AddRange(station.Came);
        _failed.AddRange(station.Failed);
    }

    private void Compute(PodQueue queue, (double At, double PerSecond)[] rates, double timeout, int retries, double pause, double end)
    {
        var (pod, loop, perSecond) = (new PodLoad(queue), new RetryLoop(retries), 0.0);
        for (var at = 0.0; at < end; at += Step)
        {
            foreach (var rate in rates)
            {
                if (rate.At == at) perSecond = rate.PerSecond;
            }

            var late = (1 - pod.LossShare) * pod.LatencyAbove(timeout);
            var failing = pod.LossShare + late;
            loop.Advance(perSecond, failing, pause + (failing > 0 ? timeout * late / failing : 0), Step);
            pod.Change(queue, loop.Tries);
            pod.Advance(Step);
            _formulas.Add((at, perSecond, loop.FailingAt(failing)));
        }
    }
}
