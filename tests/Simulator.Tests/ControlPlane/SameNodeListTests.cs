using Simulator.Api;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Hosting;
using Xunit;

namespace Simulator.Tests.ControlPlane;

/// <summary>
/// A pass over the nodes that is given the very list of the last pass does what it does with a copy of it: nodes come and go, fall silent
/// and speak again at random.
/// </summary>
public sealed class SameNodeListTests
{
    private const int Steps = 300;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_list_that_comes_again_is_as_good_as_a_copy(int seed)
    {
        var (same, copied) = (new World(keepsLists: true), new World(keepsLists: false));
        var random = new Random(seed);
        for (var i = 0; i < Steps; i++)
        {
            // Often several changes between two passes: a node may go while another comes, and the list be as long as before.
            var (name, what, seconds) = ($"n{random.Next(8)}", random.Next(8), Math.Max(0, random.Next(-60, 60)));
            same.Step(name, what, seconds);
            copied.Step(name, what, seconds);
            Assert.Equal(copied.Host.Calls, same.Host.Calls);
            Assert.Equal(copied.Host.Events.Select(told => told.ToString()), same.Host.Events.Select(told => told.ToString()));
        }

        Assert.Equal(same.Host.All<Node>().Select(node => node.Name), same.KnownAfterAnotherPass());
        Assert.InRange(same.ListsKept, 100, int.MaxValue);
        Assert.Contains(same.Host.Events, told => told.Reason == "RemovingNode");
        Assert.Contains(same.Host.Calls, call => call.StartsWith("PUT status Node", StringComparison.Ordinal));
        Assert.Equal(0, copied.ListsKept);
    }

    /// <summary>One controller, and the nodes that it looks after.</summary>
    private sealed class World : IHeartbeats, IControlLoop
    {
        private readonly Dictionary<string, Instant> _silentSince = [];
        private readonly NodeLifecycleController _loop;
        private readonly bool _keepsLists;
        private IReadOnlyList<ApiObject> _last = [];

        public World(bool keepsLists)
        {
            _keepsLists = keepsLists;
            _loop = new NodeLifecycleController(new NodeLifecycleOptions(), Instant.Start, new NodeLifecycleHosting { Heartbeats = this });
            Host = new InstantHost(this);
        }

        public InstantHost Host { get; }

        public int ListsKept { get; private set; }

        public string Name => _loop.Name;

        public IReadOnlyList<string> Watches => _loop.Watches;

        public Instant? NextWake => _loop.NextWake;

        public void Step(string name, int what, int seconds)
        {
            var there = Host.All<Node>().FirstOrDefault(node => node.Name == name);
            if (what == 0 && there is not null) Host.Delete(there);
            else if (what <= 2 && there is null) Host.Put(NodeNamed(name));
            else if (what == 3) _silentSince.TryAdd(name, Host.Now);
            else if (what == 4) _silentSince.Remove(name);
            Host.RunUntil(Host.Now.SinceStart + TimeSpan.FromSeconds(seconds));
        }

        /// <summary>Names of the nodes that it has said to have registered, and not to have removed.</summary>
        public IEnumerable<string> KnownAfterAnotherPass()
        {
            Host.RunUntil(Host.Now.SinceStart + TimeSpan.FromMinutes(1));
            var known = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var told in Host.Events)
            {
                if (told.Reason == "RegisteredNode") known.Add(told.Involved.Name);
                else if (told.Reason == "RemovingNode") known.Remove(told.Involved.Name);
            }

            return known;
        }

        public Instant? LastHeartbeat(Node node, Instant now) => _silentSince.TryGetValue(node.Name, out var since) ? since : now;

        public void Deliver(in WatchEvent watchEvent, Instant now) => _loop.Deliver(watchEvent, now);

        public void Wake(Instant now) => _loop.Wake(now);

        public void TakeRequests(List<ApiRequest> into) => _loop.TakeRequests(into);

        /// <summary>As long as nothing is written, a LIST of the store is one instance.</summary>
        public void Complete(in ApiResponse response, Instant now)
        {
            if (!_keepsLists || response is not { Request: ListRequest { Kind: "Node" }, Items: { } items })
            {
                _loop.Complete(response, now);
                return;
            }

            if (items.Count > 0 && items.SequenceEqual(_last, ReferenceEqualityComparer.Instance)) ListsKept++;
            else _last = [.. items];
            _loop.Complete(response with { Items = _last }, now);
        }

        private static Node NodeNamed(string name) => new()
        {
            Metadata = new ObjectMeta { Name = name },
            Status = new NodeStatus
            {
                KubeletVersion = "v1.3.10",
                Conditions = [new NodeCondition(NodeConditionType.Ready, ConditionStatus.True, "", Instant.Start, Instant.Start)],
            },
        };
    }
}
