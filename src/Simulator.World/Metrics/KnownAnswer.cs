using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Metrics;

/// <summary>The last answer about the pods of one selector: it holds as long as the same list of pods meets the same sample.</summary>
internal sealed class KnownAnswer
{
    private IReadOnlyList<ApiObject>? _pods;
    private ISampler? _sampler;
    private PodRecord?[] _records = [];
    private long _version;
    private int _era;

    public MetricsAnswer? Answer { get; set; }

    /// <summary>Null: it has to be made anew.</summary>
    public MetricsAnswer? Of(IReadOnlyList<ApiObject> pods, ISampler sampler, long version)
    {
        var hasSameRecords = ReferenceEquals(pods, _pods) && ReferenceEquals(sampler, _sampler) && _era == sampler.Era;
        if (hasSameRecords && version == _version) return Answer;
        if (!hasSameRecords) _records = new PodRecord?[pods.Count];
        (_pods, _sampler, _version, _era, Answer) = (pods, sampler, version, sampler.Era, null);
        return null;
    }

    public CpuSample? Find() => _sampler!.Find(_pods!, _records);
}
