using Simulator.Engine;
using Simulator.World.Load;

namespace Simulator.Tests.Laws;

/// <summary>
/// A pod and its clients, event by event: the twin of <see cref="PodLoad"/> and <see cref="RetryLoop"/>. Times in seconds.
/// </summary>
internal sealed class PodStation(Simulation simulation, PodQueue queue, RandomStream stream)
{
    private readonly Queue<Try> _waiting = [];
    private TimerHandle _next;
    private double _perSecond;
    private int _busy;

    /// <summary>Tries after the first.</summary>
    public int Retries { get; init; }

    /// <summary>Clients give up after it; the pod does not hear of it.</summary>
    public double Timeout { get; init; } = double.PositiveInfinity;

    public double Pause { get; init; } = 1;

    /// <summary>Of each try: when it came, and what it took; infinite if it was refused.</summary>
    public List<(double At, double Latency)> Tries { get; } = [];

    /// <summary>When requests came for the first time.</summary>
    public List<double> Came { get; } = [];

    /// <summary>When requests were tried for the last time that failed for good.</summary>
    public List<double> Failed { get; } = [];

    public PodStation At(double seconds, double perSecond)
    {
        simulation.ScheduleAt(TimeSpan.FromSeconds(seconds), () =>
        {
            simulation.Cancel(_next);
            _perSecond = perSecond;
            Plan();
        });
        return this;
    }

    private double Now => simulation.Now.TotalSeconds;

    private void Plan()
    {
        if (_perSecond > 0) _next = simulation.Schedule(Exponential.OfRate(_perSecond).Sample(stream), Arrive);
    }

    private void Arrive()
    {
        Came.Add(Now);
        Come(0);
        Plan();
    }

    private void Come(int number)
    {
        var attempt = new Try(Now, number);
        if (_busy < queue.Servers) Serve(attempt);
        else if (_waiting.Count < queue.WaitingMax) _waiting.Enqueue(attempt);
        else
        {
            Tries.Add((Now, double.PositiveInfinity));
            Fail(attempt);
            return;
        }

        if (double.IsFinite(Timeout)) simulation.Schedule(TimeSpan.FromSeconds(Timeout), () => GiveUp(attempt));
    }

    private void Serve(Try attempt)
    {
        _busy++;
        simulation.Schedule(TimeSpan.FromSeconds(queue.ServiceSeconds * Draw()), () =>
        {
            _busy--;
            attempt.IsDone = true;
            Tries.Add((attempt.At, Now - attempt.At));
            if (_waiting.TryDequeue(out var next)) Serve(next);
        });
    }

    private void GiveUp(Try attempt)
    {
        if (!attempt.IsDone) Fail(attempt);
    }

    private void Fail(Try attempt)
    {
        if (attempt.Number >= Retries) Failed.Add(attempt.At);
        else simulation.Schedule(Exponential.OfRate(1 / Pause).Sample(stream), () => Come(attempt.Number + 1));
    }

    private double Draw()
    {
        var variation = queue.Times.Variation;
        if (variation == 0) return 1;
        var shape = 1 / (variation * variation);
        return MathNet.Numerics.Distributions.Gamma.Sample(stream.ForMathNet, shape, shape);
    }

    private sealed class Try(double at, int number)
    {
        public double At => at;

        public int Number => number;

        public bool IsDone { get; set; }
    }
}
