using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Dns;
using Simulator.World.Load;
using Simulator.World.Observations;
using Simulator.World.Specification;
using RecordSet = Simulator.ControlPlane.Hosting.RecordSet;

namespace Simulator.World.Federation;

/// <summary>
/// A managed DNS zone behind an API whose calls take their time, and take effect at their end. As Cloud DNS it refuses to add what is
/// there, and to remove what is not.
/// </summary>
public sealed class DnsProvider : IFederatedRecords
{
    private readonly SortedDictionary<string, RecordSet> _sets = new(StringComparer.Ordinal);
    private readonly Simulation _simulation;
    private readonly DnsProviderOptions _options;
    private readonly RandomStream _stream;
    private readonly ObservationLog _log;
    private readonly List<double> _slowdowns = [];
    private int _outages;

    internal DnsProvider(Simulation simulation, DnsProviderOptions options, RandomStream stream, ObservationLog log) =>
        (_simulation, _options, _stream, _log) = (simulation, options, stream, log);

    /// <inheritdoc/>
    public event Action<string>? Changed;

    /// <summary>All record sets, in order of name.</summary>
    public IReadOnlyList<RecordSet> Records => [.. _sets.Values];

    /// <summary>Its API answers; who resolves names is answered in any case.</summary>
    public bool IsUp => _outages == 0;

    /// <summary>Every call takes so many times as long.</summary>
    public double Slowness => Slowdowns.Together(_slowdowns);

    /// <summary>Until <see cref="EndSlowDown"/>; several slow down together.</summary>
    public void SlowDown(double factor) => _slowdowns.Add(factor);

    public void EndSlowDown(double factor) => _slowdowns.Remove(factor);

    /// <inheritdoc/>
    public Dns.RecordSet? Find(string name) => _sets.TryGetValue(name, out var set) ? AnswerOf(set) : null;

    /// <summary>Every call to its API fails, until as many outages have ended as have begun.</summary>
    public void GoDown() => _outages++;

    public void ComeUp() => _outages--;

    /// <summary>Has these sets and no others from here on, whoever wrote them.</summary>
    public void Replace(IEnumerable<RecordSet> sets)
    {
        var wanted = sets.ToDictionary(set => set.Name);
        foreach (var name in _sets.Keys.Where(name => !wanted.ContainsKey(name)).ToList())
        {
            _sets.Remove(name);
            Tell(name, null);
        }

        foreach (var set in wanted.Values) Know(set);
    }

    internal void Send(DnsRequest request, Action<ApiResponse> answer)
    {
        var duration = Microseconds.Of(_options.Latency.Sample(_stream).TotalMicroseconds * Slowness);
        _simulation.Schedule(duration, () => answer(IsUp
            ? Execute(request)
            : new ApiResponse(request, ApiResult.Unavailable, Reason: "the DNS provider does not answer")));
    }

    /// <summary>Says something else from here on, whoever wrote it.</summary>
    internal void Know(RecordSet set)
    {
        _sets[set.Name] = set;
        Tell(set.Name, set);
    }

    private ApiResponse Execute(DnsRequest request) => request switch
    {
        ListDnsZonesRequest => new ApiResponse(request, ApiResult.Ok),
        ListRecordSetsRequest => new ApiResponse(request, ApiResult.Ok) { Records = Records },
        AddRecordSetRequest add => Add(add),
        RemoveRecordSetRequest removal => Remove(removal),
        _ => throw new NotSupportedException($"The DNS provider knows no {request.GetType().Name}."),
    };

    /// <summary>A name has one set here: addresses, or the name that stands for it.</summary>
    private ApiResponse Add(AddRecordSetRequest request)
    {
        var set = request.Set;
        if (!_sets.TryAdd(set.Name, set)) return Refuse(request, ApiResult.AlreadyExists, set.Name, "there is a record set of that name");
        Tell(set.Name, set);
        return new ApiResponse(request, ApiResult.Ok);
    }

    private ApiResponse Remove(RemoveRecordSetRequest request)
    {
        var set = request.Set;
        if (!_sets.TryGetValue(set.Name, out var there) || there != set && !there.SaysTheSame(set))
            return Refuse(request, ApiResult.NotFound, set.Name, "there is no such record set");
        _sets.Remove(set.Name);
        Tell(set.Name, null);
        return new ApiResponse(request, ApiResult.Ok);
    }

    private ApiResponse Refuse(DnsRequest request, ApiResult result, string name, string why)
    {
        _log.Write(ObservationKind.RecordRefused, name, why);
        return new ApiResponse(request, result, Reason: why);
    }

    private void Tell(string name, RecordSet? set)
    {
        _log.Write(ObservationKind.RecordChanged, name, set?.ToString() ?? "", (long)(set?.Ttl.TotalSeconds ?? 0));
        Changed?.Invoke(name);
    }

    private static Dns.RecordSet AnswerOf(RecordSet set) => set.Type == RecordType.A
        ? Dns.RecordSet.Of(set.Name, set.Ttl, set.Data)
        : Dns.RecordSet.Alias(set.Name, set.Ttl, set.Data[0]);
}
