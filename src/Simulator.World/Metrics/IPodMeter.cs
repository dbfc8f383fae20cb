namespace Simulator.World.Metrics;

/// <summary>What one pod uses, to be read again and again without looking it up; times since the start of the run.</summary>
public interface IPodMeter
{
    /// <summary>As <see cref="IPodUsage.MilliCpu"/>.</summary>
    double MilliCpuAt(TimeSpan now);

    /// <summary>As <see cref="IPodUsage.CoreSeconds"/>.</summary>
    double CoreSecondsAt(TimeSpan now);
}
