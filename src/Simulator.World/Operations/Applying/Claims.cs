using Simulator.Api;
using Simulator.Api.Documents;

namespace Simulator.World.Operations.Applying;

/// <summary>
/// What a manifest and the one that was applied before it say about one mapping of an object: what either mentions is the manifest's, all
/// else is the cluster's.
/// </summary>
/// <param name="Last">Null: nothing there, or never applied.</param>
/// <param name="Next">Null: nothing there.</param>
/// <param name="IsWhole">An object that came from no manifest speaks for all its fields.</param>
/// <remarks>The three-way merge of kubectl apply (CreateThreeWayMergePatch in pkg/util/strategicpatch of 1.3.10), field by field.</remarks>
internal readonly record struct Claims(SourceMapping? Last, SourceMapping? Next, bool IsWhole)
{
    /// <summary>Fields that kubectl can tell from absent ones when they are 0: pointers of the API's types.</summary>
    private static readonly HashSet<string> Optional =
        ["replicas", "parallelism", "completions", "activeDeadlineSeconds", "terminationGracePeriodSeconds", "revisionHistoryLimit",
            "maxSurge", "maxUnavailable", "minReplicas", "targetCPUUtilizationPercentage"];

    public Claims Below(string key) => new(Last?[key] as SourceMapping, Next?[key] as SourceMapping, IsWhole);

    public bool Mention(string key) => IsWhole || Says(Next, key) || Says(Last, key);

    /// <summary>The manifest's value of a field that it mentions, or no longer mentions; else the stored one.</summary>
    public T Choose<T>(string key, T stored, T wanted) => Mention(key) ? wanted : stored;

    /// <summary>
    /// What is checked and hashed, but not acted upon: the manifest's as a whole; if it has nothing of the kind, the stored one unless a
    /// manifest made it.
    /// </summary>
    public T? Details<T>(T? stored, T? wanted)
        where T : class => wanted ?? (Last is null && !IsWhole ? stored : null);

    /// <summary>Pairs one by one: those of the manifest, and the stored ones but for what the manifest no longer mentions.</summary>
    public LabelSet Merge(string key, LabelSet stored, LabelSet wanted)
    {
        var below = Below(key);
        if (!Mention(key)) return stored;
        return LabelSet.Of(stored.Where(pair => !below.IsDropped(pair.Key)).Concat(wanted));
    }

    /// <summary>As labels, by resource.</summary>
    public ResourceList Merge(string key, ResourceList stored, ResourceList wanted)
    {
        var below = Below(key);
        if (!Mention(key)) return stored;
        var kept = stored.Amounts.ToArray().Where(amount => !below.IsDropped(amount.Key));
        return ResourceList.Of(kept.Concat(wanted.Amounts.ToArray().Where(amount => below.IsWhole || below.Next?[amount.Key] is not null)));
    }

    /// <summary>Items of a list one by one, known by one of their fields (patchMergeKey in the API's types): stored ones first.</summary>
    public IReadOnlyList<T> Merge<T>(
        string key, string mergeKey, IReadOnlyList<T> stored, IReadOnlyList<T> wanted, Func<T, string> nameOf, Func<T, T, Claims, T> merge)
        where T : class
    {
        if (!Mention(key)) return stored;
        var (last, next) = (ItemsOf(Last, key, mergeKey), ItemsOf(Next, key, mergeKey));
        var merged = new List<T>();
        foreach (var item in stored)
        {
            var name = nameOf(item);
            if (wanted.FirstOrDefault(candidate => nameOf(candidate) == name) is { } now)
            {
                merged.Add(merge(item, now, new Claims(last.GetValueOrDefault(name), next.GetValueOrDefault(name), IsWhole)));
            }
            else if (!last.ContainsKey(name)) merged.Add(item);
        }

        merged.AddRange(wanted.Where(item => !stored.Any(there => nameOf(there) == nameOf(item))));
        return merged;
    }

    private bool IsDropped(string key) => Last?[key] is not null && Next?[key] is null;

    private static bool Says(SourceMapping? manifest, string key) => manifest?[key] switch
    {
        null => false,
        SourceScalar { Kind: ScalarKind.Null } => false,
        SourceScalar scalar when !Optional.Contains(key) => !IsZero(scalar),
        _ => true,
    };

    /// <summary>false, 0 and "" are left out when kubectl writes a manifest down.</summary>
    private static bool IsZero(SourceScalar scalar) =>
        (scalar.TryBoolean(out var flag) && !flag)
            || (scalar.TryInteger(out var number) && number == 0)
            || (scalar.Kind == ScalarKind.Text && scalar.Text.Length == 0);

    private static Dictionary<string, SourceMapping> ItemsOf(SourceMapping? manifest, string key, string mergeKey)
    {
        var items = new Dictionary<string, SourceMapping>(StringComparer.Ordinal);
        if (manifest?[key] is not SourceSequence list) return items;
        foreach (var item in list.Items.OfType<SourceMapping>())
        {
            if (item[mergeKey] is SourceScalar name) items[name.Text] = item;
        }

        return items;
    }
}
