using Simulator.ControlPlane.Federation;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Hosting;

namespace Simulator.World.Federation;

/// <summary>
/// Runs one controller of a federation: its client of the federation's API server, its lines to the members, the DNS provider.
/// </summary>
internal sealed class FederationHost
{
    private readonly Hosted _hosted;
    private readonly FederationSetting _setting;
    private readonly IFederationLoop? _loop;
    private readonly LoopHost _host;
    private readonly SortedDictionary<string, MemberLink> _links = new(StringComparer.Ordinal);
    private bool _isCutOff;
    private bool _isKnowing;

    public FederationHost(Hosted hosted, FederationSetting setting, IControlLoop loop, FederationOptions options)
    {
        (_hosted, _setting, _loop) = (hosted, setting, loop as IFederationLoop);
        _host = new LoopHost(hosted, loop, options.ApiQps, options.ApiBurst) { Elsewhere = Send };
    }

    /// <summary>What there is is known: here and in the members.</summary>
    public void StartKnowing()
    {
        _isKnowing = true;
        _host.StartKnowing();
        _isKnowing = false;
    }

    public void Start() => _host.Start();

    public void Stop()
    {
        _host.Stop();
        foreach (var link in _links.Values) link.Stop();
        _links.Clear();
    }

    public void SetCutOff(bool isCutOff)
    {
        _isCutOff = isCutOff;
        _host.SetCutOff(isCutOff);
        foreach (var link in _links.Values) link.SetCutOff(isCutOff);
    }

    public void SetFrozen(bool isFrozen)
    {
        _host.SetFrozen(isFrozen);
        foreach (var link in _links.Values) link.SetFrozen(isFrozen);
    }

    /// <summary>False: it is for the federation's own API server.</summary>
    private bool Send(ApiRequest request)
    {
        switch (request)
        {
            case MemberRequest call when LinkTo(call.Member) is { } link: link.Send(call); break;
            case MemberRequest call: Refuse(call); break;
            case WatchMemberRequest watch when _isKnowing: LinkTo(watch.Member)?.WatchKnowing(); break;
            case WatchMemberRequest watch: LinkTo(watch.Member)?.Watch(); break;
            case ForgetMemberRequest forgotten: LinkTo(forgotten.Member)?.Forget(); break;
            case DnsRequest dns: SendToProvider(dns); break;
            default: return false;
        }

        return true;
    }

    private void SendToProvider(DnsRequest request)
    {
        if (_isCutOff) Refuse(request);
        else _setting.Provider.Send(request, response => _host.Complete(response));
    }

    /// <summary>Nobody answers there.</summary>
    private void Refuse(ApiRequest request) => _hosted.Simulation.Schedule(
        _hosted.Latency.OfCall(0), () => _host.Complete(new ApiResponse(request, ApiResult.Unavailable)));

    private MemberLink? LinkTo(string member)
    {
        if (_links.TryGetValue(member, out var link)) return link;
        if (!_setting.Members.TryGetValue(member, out var found)) return null;
        _links.Add(member, link = new MemberLink(_hosted, found, _host, _loop));
        link.SetCutOff(_isCutOff);
        return link;
    }
}
