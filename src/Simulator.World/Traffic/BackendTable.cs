using System.Runtime.InteropServices;
using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Nodes;
using Simulator.World.Traffic.Serving;

namespace Simulator.World.Traffic;

/// <summary>All pods that requests can go to, by uid: a pet that comes back under its name is another.</summary>
internal sealed class BackendTable(Simulation simulation, Topology topology, ZoneTable zones, LoadTable loads)
{
    private readonly Dictionary<string, Backend> _backends = new(StringComparer.Ordinal);
    private readonly List<Backend> _taken = [];
    private int _view;

    /// <summary>Null: no request can go to it, and it never served.</summary>
    public Backend? Find(string uid) => _backends.GetValueOrDefault(uid);

    public Backend Serve(Pod pod, string node, bool isServing)
    {
        var backend = Of(pod.Metadata.Uid);
        var wasServing = backend.IsServing;
        backend.CountUsage(simulation.Now);
        backend.IsServing = isServing;
        if (backend.Node is null && topology.Find(node) is { } machine)
        {
            (backend.Node, backend.Zone) = (machine, zones.IndexOf(machine.Zone));
        }
        if (isServing && !wasServing) loads.Begin(backend, pod);
        if (!isServing && wasServing) loads.End(backend);
        backend.MarkUsage(simulation.Now);
        Forget(backend);
        return backend;
    }

    public void Delete(string uid)
    {
        if (!_backends.TryGetValue(uid, out var backend)) return;
        backend.IsDeleted = true;
        Forget(backend);
    }

    /// <param name="ready">Ready addresses of all subsets.</param>
    /// <param name="latest">The view before it.</param>
    public EndpointsView ViewOf(Endpoints endpoints, int ready, ServiceTraffic service, EndpointsView latest)
    {
        var (backends, count) = (new Backend[ready], 0);
        var before = latest.Backends;
        var at = 0;
        foreach (var subset in endpoints.Subsets)
        {
            foreach (var address in subset.Addresses)
            {
                var same = SameIn(before, ref at, address.TargetUid);
                backends[count++] = same ?? Of(address.TargetUid, service);
            }
        }

        return new EndpointsView(backends);
    }

    /// <summary>
    /// The ready addresses of all slices that have ports. Slices may hold the same address for a moment, to which requests go as to the
    /// others: rules are made of addresses.
    /// </summary>
    /// <param name="slices">By name.</param>
    /// <param name="latest">The view before it.</param>
    public EndpointsView ViewOf(IReadOnlyCollection<EndpointSlice> slices, ServiceTraffic service, EndpointsView latest)
    {
        _view++;
        _taken.Clear();
        var before = latest.Backends;
        var at = 0;
        foreach (var slice in slices)
        {
            if (slice.Ports.Count == 0) continue;
            foreach (var endpoint in slice.Endpoints)
            {
                if (!endpoint.IsReady) continue;
                var backend = SameIn(before, ref at, endpoint.TargetUid) ?? Of(endpoint.TargetUid, service);
                if (backend.SeenIn == _view) continue;
                backend.SeenIn = _view;
                _taken.Add(backend);
            }
        }

        return _taken.Count == 0 ? EndpointsView.Empty : new EndpointsView([.. _taken]);
    }

    /// <summary>
    /// Versions follow one another with few differences, in one order: walking along saves nine of ten look-ups in a table that no cache
    /// holds.
    /// </summary>
    private static Backend? SameIn(ReadOnlySpan<Backend> before, ref int at, string uid)
    {
        for (var next = at; next < before.Length && next < at + 2; next++)
        {
            if (before[next].Uid != uid) continue;
            at = next + 1;
            return before[next];
        }

        return null;
    }

    private Backend Of(string uid, ServiceTraffic service)
    {
        var backend = Of(uid);
        if (!backend.Services.Contains(service)) backend.Services.Add(service);
        return backend;
    }

    private Backend Of(string uid)
    {
        ref var backend = ref CollectionsMarshal.GetValueRefOrAddDefault(_backends, uid, out _);
        return backend ??= new Backend(uid);
    }

    private void Forget(Backend backend)
    {
        if (backend is { IsServing: false, IsDeleted: true }) _backends.Remove(backend.Uid);
    }
}
