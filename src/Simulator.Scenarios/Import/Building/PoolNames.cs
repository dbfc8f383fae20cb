using System.Globalization;
using Simulator.Scenarios.Import.Found;

namespace Simulator.Scenarios.Import.Building;

/// <summary>Names pools after what their nodes are said to be: their pool, their role, their machine type.</summary>
internal sealed class PoolNames
{
    private const int LengthMax = 30;
    private const string RolePrefix = "node-role.kubernetes.io/";

    private static readonly string[] PoolLabels =
    [
        "cloud.google.com/gke-nodepool", "eks.amazonaws.com/nodegroup", "alpha.eksctl.io/nodegroup-name", "agentpool",
        "kubernetes.azure.com/agentpool", "doks.digitalocean.com/node-pool", "karpenter.sh/nodepool", "kubernetes.io/role",
    ];

    private readonly Dictionary<List<DumpNode>, string> _names = [];

    public PoolNames(IEnumerable<List<DumpNode>> pools)
    {
        foreach (var alike in pools.GroupBy(BaseOf, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var ordered = alike.OrderBy(pool => pool[0].Name, StringComparer.Ordinal).ToList();
            for (var i = 0; i < ordered.Count; i++)
            {
                _names.Add(
                    ordered[i], ordered.Count == 1 ? alike.Key : string.Create(CultureInfo.InvariantCulture, $"{alike.Key}-{i + 1}"));
            }
        }
    }

    public string Of(List<DumpNode> pool) => _names[pool];

    private static string BaseOf(List<DumpNode> pool)
    {
        var node = pool[0];
        var named = PoolLabels.Select(node.Label).FirstOrDefault(label => label.Length > 0);
        var role = node.Labels.Select(label => label.Key).FirstOrDefault(key => key.StartsWith(RolePrefix, StringComparison.Ordinal));
        return Plain(named ?? role?[RolePrefix.Length..] ?? "nodes");
    }

    /// <summary>What may be a part of an object's name.</summary>
    private static string Plain(string text)
    {
        var letters = text.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-').Take(LengthMax);
        var plain = string.Concat(letters).Trim('-');
        return plain.Length == 0 ? "nodes" : plain;
    }
}
