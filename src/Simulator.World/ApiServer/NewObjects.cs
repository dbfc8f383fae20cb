using Simulator.Api;
using Simulator.Api.Validation;
using Simulator.Engine;

namespace Simulator.World.ApiServer;

/// <summary>What the API server itself says of an object that is to be created.</summary>
internal sealed class NewObjects(ObjectStore store, RandomStream names)
{
    private const string NameAlphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

    private long _uids;

    /// <summary>The object as it would be stored next: with name, uid, creation time and revision.</summary>
    public ApiObject Named(ApiObject value, Instant now) => value with
    {
        Metadata = value.Metadata with
        {
            Name = value.Name.Length > 0 || value.Metadata.GenerateName.Length == 0 ? value.Name : FreeName(value),
            Uid = value.Metadata.Uid.Length > 0 ? value.Metadata.Uid : $"uid-{++_uids}",
            CreationTimestamp = now.TruncatedToSecond,
            DeletionTimestamp = null,
            Generation = 1,
            ResourceVersion = store.Revision + 1,
        },
    };

    private string FreeName(ApiObject value)
    {
        Span<char> suffix = stackalloc char[GeneratedNames.SuffixLength];
        while (true)
        {
            foreach (ref var letter in suffix) letter = NameAlphabet[names.NextInt(NameAlphabet.Length)];
            var name = GeneratedNames.Make(value.Metadata.GenerateName, suffix);
            if (store.Find(value.Kind, new ObjectKey(value.Namespace, name)) is null) return name;
        }
    }
}
