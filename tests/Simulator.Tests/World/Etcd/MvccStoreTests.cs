using CsCheck;
using Simulator.Api;
using Simulator.World.Etcd;
using Xunit;

namespace Simulator.Tests.World;

/// <summary>The store against the naive model, under random operations.</summary>
public sealed class MvccStoreTests
{
    private static readonly string[] Directories = ["pods", "nodes"];
    private static readonly string[] Names = ["a", "b", "c", "d"];

    private static readonly Gen<Step[]> Steps = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 1], Gen.Int[0, 3], Gen.Int[0, 3])
        .Select((kind, directory, name, number) => new Step(kind, Directories[directory], Names[name], number)).Array[1, 60];

    [Fact]
    public void Every_past_revision_reads_as_it_was() => Steps.Sample(steps =>
    {
        var (store, naive) = Play(steps);
        Assert.Equal(naive.Revision, store.Revision);
        for (var revision = store.CompactRevision; revision <= store.Revision; revision++)
        {
            foreach (var directory in Directories)
            {
                Assert.Equal(naive.Range(revision, directory), store.Range(directory, revision));
                Assert.All(
                    Names,
                    name => Assert.Equal(naive.At(revision, directory, name), store.Get(directory, new ObjectKey("", name), revision)));
            }
        }
    });

    [Fact]
    public void The_present_reads_as_the_last_revision() => Steps.Sample(steps =>
    {
        var (store, naive) = Play(steps);
        Assert.All(Directories, directory => Assert.Equal(naive.Range(naive.Revision, directory), store.Range(directory)));
        Assert.All(
            Directories,
            directory => Assert.Equal(naive.Range(naive.Revision, directory).Select(entry => entry.Value), store.Values(directory)));
    });

    [Fact]
    public void A_watch_from_a_revision_tells_what_one_that_was_open_all_the_time_has_seen() => Steps.Sample(steps =>
    {
        var seen = new List<Change<string>>();
        var (store, _) = Play(steps, seen);
        for (var from = store.CompactRevision + 1; from <= store.Revision + 1; from++)
        {
            Assert.Equal(seen.Where(change => change.Revision >= from), store.ChangesFrom(from).ToArray());
        }

        Assert.False(store.CanWatchFrom(store.CompactRevision));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.ChangesFrom(store.CompactRevision));
    });

    [Fact]
    public void A_transaction_does_one_branch_under_one_revision()
    {
        var (store, key) = (new MvccStore<string>(), new ObjectKey("", "a"));
        Transaction<string> Swap(long expected, string value) => new()
        {
            Compares = [Compare<string>.ModRevision("d", key, expected)],
            Then = [new("d", key, value), new("d", new ObjectKey("", "b"), value)],
            Else = [new("d", new ObjectKey("", "refused"), value)],
        };
        Assert.True(store.Commit(Swap(0, "x")));
        Assert.Equal((1, 1, 1), (store.Revision, store.Get("d", key)!.ModRevision, store.Get("d", new ObjectKey("", "b"))!.CreateRevision));
        Assert.False(store.Commit(Swap(0, "y")));
        Assert.Equal(("x", "y"), (store.Get("d", key)!.Value, store.Get("d", new ObjectKey("", "refused"))!.Value));
    }

    [Theory]
    [InlineData(2, 1, "y", true)]
    [InlineData(1, 1, "y", false)]
    [InlineData(2, 2, "y", false)]
    [InlineData(2, 1, "x", false)]
    public void All_comparisons_have_to_hold(long version, long createRevision, string value, bool holds)
    {
        var (store, key) = (new MvccStore<string>(), new ObjectKey("", "a"));
        store.Put("d", key, "x");
        store.Put("d", key, "y");
        IReadOnlyList<Compare<string>> compares =
            [Compare<string>.Version("d", key, version), Compare<string>.CreateRevision(
                "d", key, createRevision), Compare<string>.Value("d", key, value)];
        Assert.Equal(holds, store.Commit(new Transaction<string> { Compares = compares }));
        Assert.Equal(2, store.Revision);
    }

    [Fact]
    public void The_end_of_a_lease_deletes_its_keys_at_once_and_no_others()
    {
        var store = new MvccStore<string>();
        var (leases, now) = (store.Leases, Instant.FromSeconds(10));
        var (kept, lost) = (leases.Grant(TimeSpan.FromSeconds(30), now), leases.Grant(TimeSpan.FromSeconds(20), now));
        store.Put("d", new ObjectKey("", "a"), "x", lost);
        store.Put("d", new ObjectKey("", "b"), "x", lost);
        store.Put("d", new ObjectKey("", "moved"), "x", lost);
        store.Put("d", new ObjectKey("", "moved"), "x", kept);
        store.Put("d", new ObjectKey("", "free"), "x");

        leases.Expire(Instant.FromSeconds(29.9));
        Assert.Equal(4, store.Range("d").Count);
        Assert.True(leases.KeepAlive(kept, Instant.FromSeconds(25)));
        Assert.Equal(Instant.FromSeconds(30), leases.NextExpiry);
        var revision = store.Revision;
        leases.Expire(Instant.FromSeconds(30));
        Assert.Equal(["free", "moved"], store.Range("d").Select(entry => entry.Key.Name));
        Assert.Equal(revision + 1, store.Revision);
        Assert.False(leases.KeepAlive(lost, Instant.FromSeconds(30)));
        Assert.Throws<ArgumentException>(() => store.Put("d", new ObjectKey("", "late"), "x", lost));
    }

    private static (MvccStore<string> Store, NaiveStore Naive) Play(Step[] steps, List<Change<string>>? seen = null)
    {
        var (store, naive) = (new MvccStore<string>(), new NaiveStore());
        if (seen is not null) store.Committed += seen.Add;
        var lease = store.Leases.Grant(TimeSpan.FromSeconds(1), Instant.Start);
        foreach (var (kind, directory, name, number) in steps)
        {
            var (key, value) = (new ObjectKey("", name), $"v{number}");
            switch (kind)
            {
                case 0:
                    store.Delete(directory, key);
                    naive.Put((directory, name, null, 0));
                    break;
                case 1:
                    store.Commit(new Transaction<string> { Then = [new("pods", key, value), new("nodes", key, null)] });
                    naive.Put(("pods", name, value, 0), ("nodes", name, null, 0));
                    break;
                case 2:
                    store.Compact(Math.Max(0, store.Revision - (number * 3)));
                    break;
                default:
                    store.Put(directory, key, value, kind == 3 ? lease : 0);
                    naive.Put((directory, name, value, kind == 3 ? lease : 0));
                    break;
            }
        }

        return (store, naive);
    }

    private sealed record Step(int Kind, string Directory, string Name, int Number);
}
