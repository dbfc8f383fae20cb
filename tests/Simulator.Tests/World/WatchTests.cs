using CsCheck;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.World;

/// <summary>
/// A watch that breaks and goes on: its watcher must come to know what is in the store, each change linked to the one before.
/// </summary>
public sealed class WatchTests
{
    private static readonly ApiServerOptions Latencies = new()
    {
        WatchLatencyMedian = TimeSpan.FromMilliseconds(5),
        WatchLatencySigma = 0.5,
    };

    [Fact]
    public void Whatever_breaks_the_watcher_knows_the_store_in_the_end() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 4]).Array[1, 80].Sample(steps =>
    {
        var world = new World();
        foreach (var (what, which) in steps) world.Do(what, which);
        world.Do(7, 0);
        world.Simulation.RunAll();
        Assert.Equal(world.Store.List("Node"), world.Seen.Known.Values);
        Assert.Equal(0, world.Seen.Surprises);
    });

    [Fact]
    public void What_was_missed_comes_in_order_from_the_last_revision()
    {
        var world = new World();
        world.Do(0, 1);
        world.Simulation.RunAll();
        world.Do(0, 2);
        world.Watch.Close();
        world.Do(0, 1);
        world.Do(5, 2);
        world.Simulation.RunAll();
        Assert.Equal(["Added n1"], world.Seen.Told);
        Assert.True(world.Watch.TryReopen());
        world.Simulation.RunAll();
        Assert.Equal(["Added n1", "Added n2", "Modified n1", "Deleted n2"], world.Seen.Told);
    }

    [Fact]
    public void After_a_compaction_only_the_difference_is_told()
    {
        var world = new World();
        for (var i = 0; i < 3; i++) world.Do(0, i);
        world.Simulation.RunAll();
        world.Watch.Close();
        for (var i = 0; i < 5; i++) world.Do(0, 1);
        world.Do(5, 2);
        world.Do(0, 3);
        world.Store.Compact(world.Store.Revision);
        Assert.False(world.Watch.TryReopen());
        world.Watch.Relist(["Node"]);
        world.Simulation.RunAll();
        Assert.Equal(["Modified n1", "Added n3", "Deleted n2"], world.Seen.Told.Skip(3));
    }

    [Fact]
    public void History_is_kept_only_for_those_that_may_ask_for_it()
    {
        var world = new World();
        for (var i = 0; i < 4; i++) world.Do(0, i);
        Assert.Equal(world.Store.Revision, world.Store.CompactRevision);
        world.Watch.Close();
        world.Do(0, 1);
        Assert.Equal(world.Store.Revision - 1, world.Store.CompactRevision);
        Assert.True(world.Watch.TryReopen());
        Assert.Equal(world.Store.Revision, world.Store.CompactRevision);
    }

    private sealed class World
    {
        public World() =>
            Watch = new Watch(Simulation, new LatencyModel(Latencies, new RandomStream(1), new RandomStream(2)), Store, ["Node"], Seen);

        public Simulation Simulation { get; } = new();

        public ObjectStore Store { get; } = new();

        public Watcher Seen { get; } = new();

        public Watch Watch { get; }

        /// <summary>Mostly writes, sometimes a deletion, a break, a repair, a compaction, some time.</summary>
        public void Do(int what, int which)
        {
            var name = $"n{which}";
            if (what < 5) Store.Put(new Node { Metadata = new ObjectMeta { Name = name } });
            else if (what == 5 && Store.Find("Node", new ObjectKey("", name)) is { } gone) Store.Remove(gone);
            else if (what == 6) Watch.Close();
            else if (what == 7 && !Watch.IsOpen && !Watch.TryReopen()) Watch.Relist(["Node"]);
            else if (what == 8) Store.Compact(Store.Revision);
            else if (what == 9) Simulation.Run(Simulation.Now + TimeSpan.FromMilliseconds(which));
        }
    }

    private sealed class Watcher : IWatcher
    {
        public SortedDictionary<ObjectKey, ApiObject> Known { get; } = [];

        public List<string> Told { get; } = [];

        public int Surprises { get; private set; }

        public void Deliver(in WatchEvent watchEvent)
        {
            var (type, value, previous) = watchEvent;
            Told.Add($"{type} {value.Name}");
            Known.TryGetValue(value.Key, out var before);
            if (!ReferenceEquals(before, previous)) Surprises++;
            if (type == WatchEventType.Deleted) Known.Remove(value.Key);
            else Known[value.Key] = value;
        }
    }
}
