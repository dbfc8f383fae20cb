using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Objects;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Selecting;
using Simulator.Serve.Answers.Watching;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Collections;

/// <summary>GET of objects and collections.</summary>
internal sealed class Reading(IDocumentStore store, INameSource names)
{
    /// <summary>Resources whose lists look at every object, also by name (generic.MatcherFunc in their strategies).</summary>
    private static readonly HashSet<string> ReadWhole = new(StringComparer.Ordinal)
    {
        "clusterrolebindings", "clusterroles", "namespaces", "persistentvolumeclaims", "persistentvolumes", "resourcequotas",
        "rolebindings",
        "roles", "secrets", "serviceaccounts", "thirdpartyresources",
    };

    private readonly Watch _watch = new(store, names);

    public ServerAnswer Object(Asked asked, RequestTarget target)
    {
        var stored = Find(target);
        if (asked.Table is { } wish)
            return asked.Pieces(200, Tables.Tables.Of(wish, target.Resource, [new PlainDocument(stored)], null, asked.Now));
        return asked.Document(200, asked.Query.Flag("export") ? Export.Of(target, stored) : Presenter.Single(target, stored));
    }

    public ServerAnswer List(Asked asked, RequestTarget target)
    {
        var selection = Selection.Of(target, asked.Query);
        if (target.IsWatch || (asked.Query.Flag("watch") && target.Resource.Can(Resources.ResourceVerbs.Watch)))
            return _watch.Answer(asked, target, selection);
        if (VersionFault(asked.Query["resourceVersion"]) is { } fault) return fault;
        var isParts = target.Resource.Name == "componentstatuses";
        var chosen = isParts
            ? Components.All(store).Select(part => new PlainDocument(part))
            : store.Stored(target.Resource.StoredName, target.Namespace).Where(selection.Takes);
        return Listed(asked, target, chosen, isParts || IsMissed(target, selection) ? null : store.Version);
    }

    private static ServerAnswer Listed(Asked asked, RequestTarget target, IEnumerable<StoredDocument> chosen, long? version)
    {
        if (asked.Table is { } wish) return asked.Pieces(200, Tables.Tables.Of(wish, target.Resource, chosen, version, asked.Now));
        return asked.IsPlainJson
            ? asked.Pieces(200, ObjectBytes.ListOf(target, chosen, version))
            : asked.Document(200, Presenter.List(target, chosen.Select(stored => stored.Json), version));
    }

    /// <summary>
    /// Quirk: a list by name reads that one object, and where it is not there the list has no version (GetToList in
    /// pkg/storage/etcd/etcd_helper.go).
    /// </summary>
    private bool IsMissed(RequestTarget target, Selection selection)
    {
        if (selection.Name is not { } name || ReadWhole.Contains(target.Resource.StoredName)) return false;
        if (target.Resource.IsNamespaced && target.Namespace is null) return false;
        return store.Find(target.Key with { Name = name }) is null;
    }

    private JsonObject Find(RequestTarget target) =>
        (target.Resource.Name == "componentstatuses" ? Components.Find(target.Name!, store) : store.Find(target.Key))
        ?? throw Failures.NotFound(target.Resource.StoredGroup, target.Resource.Name, target.Name!);

    /// <summary>Who asks for a version that is not there yet waits a minute in vain.</summary>
    private ServerAnswer? VersionFault(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (!ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            throw Failures.Internal($"strconv.ParseUint: parsing \"{text}\": invalid syntax");
        return version <= (ulong)store.Version ? null : TooNew.Answer();
    }
}
