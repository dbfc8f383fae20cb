using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Users of federated services.</summary>
internal static class UserShape
{
    private static readonly KeysOf<UserDraft> Key = new();

    private static readonly KeysOf<CachePopulation> Cache = new();

    private static readonly Dictionary<string, NameLevel> Levels = new()
    {
        ["nearest"] = NameLevel.Nearest,
        ["region"] = NameLevel.Region,
        ["global"] = NameLevel.Global,
    };

    private static readonly Dictionary<string, AddressChoice> Choices = new()
    {
        ["nearest"] = AddressChoice.Nearest,
        ["any"] = AddressChoice.Any,
    };

    private static Shape<CachePopulation> Caches { get; } = new("caches", new CachePopulation(),
    [
        Cache.Number("obeying", "share that asks again when the TTL is over", 0, 1, c => c.Obeying, (c, v) => c with { Obeying = v }),
        Cache.Number(
            "lingering", "share that keeps an answer for lingerMax, or for the TTL if that is longer", 0, 1, c => c.Lingering,
            (c, v) => c with { Lingering = v }),
        Cache.Period("lingerMax", "how long those keep it", c => c.LingerMax, (c, v) => c with { LingerMax = v }),
        Cache.Period(
            "holdMean", "mean time for which the others keep an answer, whatever its TTL (exponential)", c => c.HoldMean,
            (c, v) => c with { HoldMean = v }),
    ])
    { Check = CheckShares };

    public static Shape<UserDraft> Value { get; } = new("users", new UserDraft(),
    [
        Key.Class(
            "region", "where they are: the region of a cluster, or one that latencies name", Forms.Text, cursor => cursor.LabelValue(),
            null, (u, v) => u with { Region = v }),
        Key.Class(
            "cluster", "they are pods of this cluster, which ask its kube-dns for SERVICE.NAMESPACE.FEDERATION", Forms.Text,
            cursor => cursor.ObjectName(), null, (u, v) => u with { Cluster = v }),
        Key.Class(
            "service", "the federated service that they use: NAMESPACE/NAME, or NAME in namespace default", Forms.Text, ReadService, null,
            (u, v) => u with { Service = v }).Required(),
        .. Key.Of(TrafficShape.Requests, u => u.Requests, (u, v) => u with { Requests = v }),
        Key.Choice(
            "asks",
            "the name that people ask for: region; global; or nearest: that of their region if there is one, else the global one",
            Levels, u => u.Asks, (u, v) => u with { Asks = v }),
        Key.Choice(
            "choice",
            "which of several addresses they try first: nearest by latency, the next one if they try again; or any, each as often, as "
                + "plain DNS has it",
            Choices, u => u.Choice, (u, v) => u with { Choice = v }),
        Key.Value(
            "ttl", "how long their caches keep an answer, whatever it says; what the answer says without this key", Forms.Duration,
            cursor => cursor.Period(), null, (u, v) => u with { Ttl = v }),
        Key.Group("caches", "how their caches treat the TTL", Caches, u => u.Caches, (u, v) => u with { Caches = v }),
    ])
    { Alternatives = [["region", "cluster"], ["rate", "file"]], Check = Check };

    private static void Check(UserDraft draft, FieldReader fields)
    {
        TrafficShape.CheckRequests(draft.Requests, fields);
        if (fields.Has("cluster") && fields.Has("asks"))
        {
            fields.ErrorAt("asks", "means nothing for pods of a cluster: its kube-dns asks for the name of its zone");
        }
    }

    private static void CheckShares(CachePopulation caches, FieldReader fields)
    {
        if (caches.Obeying + caches.Lingering <= 1 + 1e-9) return;
        fields.ErrorAt(
            fields.Has("lingering") ? "lingering" : "obeying",
            FormattableString.Invariant($"obeying {caches.Obeying} and lingering {caches.Lingering} are more than 1 together"));
    }

    private static string? ReadService(SourceCursor cursor)
    {
        if (cursor.Text() is not { } text) return null;
        var parts = text.Split('/');
        if (parts.Length <= 2 && parts.All(part => LabelRules.IsValidName(part))) return parts.Length == 2 ? text : $"default/{text}";
        cursor.Error($"found '{Wording.Shortened(text)}'; allowed is NAME or NAMESPACE/NAME");
        return null;
    }
}
