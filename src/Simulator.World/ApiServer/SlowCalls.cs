namespace Simulator.World.ApiServer;

/// <summary>
/// Calls that wait for something slow: an API server with too much to do, or an etcd that commits slowly. When that changes its pace, what
/// is left of them changes in proportion.
/// </summary>
internal sealed class SlowCalls
{
    private readonly List<ApiCall> _calls = [];

    public void Add(ApiCall call)
    {
        call.Place = _calls.Count;
        _calls.Add(call);
    }

    /// <summary>The last one takes its place: nothing is moved, whatever their number.</summary>
    public void Remove(ApiCall call)
    {
        var last = _calls[^1];
        (_calls[call.Place], last.Place) = (last, call.Place);
        _calls.RemoveAt(_calls.Count - 1);
    }

    /// <param name="times">How many times as long as until now what is left takes.</param>
    public void Pace(object slow, double times)
    {
        foreach (var call in _calls)
        {
            if (call.WaitsFor == slow) call.Pace(times);
        }
    }

    /// <summary>Connections to the server break.</summary>
    public void Break(ApiServerReplica replica)
    {
        foreach (var call in _calls.FindAll(call => call.Replica == replica)) call.Break();
    }
}
