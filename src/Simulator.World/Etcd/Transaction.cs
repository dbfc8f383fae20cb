using Simulator.Api;

namespace Simulator.World.Etcd;

/// <summary>
/// If all comparisons hold the first operations, else the others: at once, under one revision (etcdserverpb.TxnRequest). A branch names a
/// key once.
/// </summary>
public sealed record Transaction<T>
    where T : class
{
    public IReadOnlyList<Compare<T>> Compares { get; init; } = [];

    public IReadOnlyList<Operation<T>> Then { get; init; } = [];

    public IReadOnlyList<Operation<T>> Else { get; init; } = [];
}

/// <summary>A put or, without a value, a deletion.</summary>
public readonly record struct Operation<T>(string Directory, ObjectKey Key, T? Value, long Lease = 0)
    where T : class;

/// <summary>A condition on one key; a key that does not exist has version and revisions 0.</summary>
public sealed record Compare<T>(string Directory, ObjectKey Key, Func<KeyValue<T>?, bool> Holds)
    where T : class
{
    public static Compare<T> Version(string directory, ObjectKey key, long version) =>
        new(directory, key, found => (found?.Version ?? 0) == version);

    public static Compare<T> CreateRevision(string directory, ObjectKey key, long revision) =>
        new(directory, key, found => (found?.CreateRevision ?? 0) == revision);

    public static Compare<T> ModRevision(string directory, ObjectKey key, long revision) =>
        new(directory, key, found => (found?.ModRevision ?? 0) == revision);

    public static Compare<T> Value(string directory, ObjectKey key, T value) =>
        new(directory, key, found => found is not null && EqualityComparer<T>.Default.Equals(found.Value, value));
}
