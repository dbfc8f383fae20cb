using Simulator.Api;

namespace Simulator.World.Specification;

/// <summary>Pods, or Jobs, that users create one after the other, each at its time. Nobody has them all in memory.</summary>
public interface IArrivingPods
{
    /// <summary>In the order of their times, from the first on with each call.</summary>
    IEnumerable<ArrivingPod> Read();
}

/// <param name="At">Since the start of the run.</param>
/// <param name="Object">A <see cref="Pod"/> or a <see cref="Job"/>.</param>
/// <param name="Row">Of the trace, from 1: tells apart two of one name that are there at one time.</param>
public readonly record struct ArrivingPod(TimeSpan At, ApiObject Object, long Row);
