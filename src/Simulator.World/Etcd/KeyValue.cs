using Simulator.Api;

namespace Simulator.World.Etcd;

/// <summary>One version of a key (mvccpb.KeyValue of etcd 3).</summary>
/// <param name="CreateRevision">Of the first put since the key last did not exist.</param>
/// <param name="ModRevision">Of this put.</param>
/// <param name="Version">Puts since the key was created; 1 for the first.</param>
/// <param name="Lease">The lease whose end deletes the key; 0 = none.</param>
public sealed record KeyValue<T>(ObjectKey Key, T Value, long CreateRevision, long ModRevision, long Version, long Lease)
    where T : class;

/// <summary>What one operation did to one key.</summary>
/// <param name="Directory">The part of the key space that the key stands in, such as a kind.</param>
/// <param name="Now">Null: deleted.</param>
/// <param name="Before">Null: the key did not exist.</param>
public readonly record struct Change<T>(string Directory, long Revision, KeyValue<T>? Now, KeyValue<T>? Before)
    where T : class
{
    public ObjectKey Key => (Now ?? Before)!.Key;
}
