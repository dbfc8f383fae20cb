namespace Simulator.World.Load;

/// <summary>M/G/1: one server, service times of any spread.</summary>
public sealed class CompoundWait : WaitLaw
{
    private readonly double _serviceSeconds;
    private readonly double _part;
    private readonly CompoundTable _low;
    private readonly CompoundTable _high;

    public CompoundWait(in PodQueue queue, double perSecond)
    {
        var utilization = queue.UtilizationAt(perSecond);
        var place = utilization * CompoundTable.Steps;
        var step = Math.Min((int)place, CompoundTable.Steps - 1);
        _low = queue.Times.CompoundAt(step);
        _high = queue.Times.CompoundAt(Math.Min(step + 1, CompoundTable.Steps - 1));
        (_serviceSeconds, _part) = (queue.ServiceSeconds, place - step);
        var squared = queue.Times.Variation * queue.Times.Variation;
        MeanWaiting = utilization * utilization * (1 + squared) / 2 / (1 - utilization);
    }

    public override double MeanWaiting { get; }

    public override double VarianceWaiting => Variance(MeanWaiting, _low.Share);

    public override double Above(double seconds)
    {
        var time = seconds / _serviceSeconds;
        return ((1 - _part) * _low.Above(time)) + (_part * _high.Above(time));
    }
}
