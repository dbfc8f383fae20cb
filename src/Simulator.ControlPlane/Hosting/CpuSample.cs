using System.Collections;
using Simulator.Api;

namespace Simulator.ControlPlane.Hosting;

/// <summary>What one sample says of the CPU of some pods; each is put into words only for who looks at it.</summary>
/// <param name="timestamp">Of the sample, whole seconds.</param>
/// <param name="milliCpu">Whole millicores of each pod; told under its first container, since only the sum is looked at.</param>
/// <param name="count">Pods that there are: lists may be longer.</param>
public sealed class CpuSample(Instant timestamp, IReadOnlyList<Pod> pods, long[] milliCpu, int count) : IReadOnlyList<PodMetrics>
{
    public Instant Timestamp => timestamp;

    public int Count => count;

    public PodMetrics this[int index] => new(
        pods[index].Name, timestamp, [new ContainerUsage(pods[index].Spec.Containers[0].Name, Quantity.FromMilli(milliCpu[index]))]);

    public string NameOf(int index) => pods[index].Name;

    public long MilliOf(int index) => milliCpu[index];

    public IEnumerator<PodMetrics> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
