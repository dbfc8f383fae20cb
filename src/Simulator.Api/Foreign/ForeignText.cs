using System.Text.RegularExpressions;

namespace Simulator.Api.Foreign;

/// <summary>Texts that are neither YAML nor JSON, though somebody may take them for it: told by how they look.</summary>
internal static partial class ForeignText
{
    /// <summary>What files of ours may be.</summary>
    public const string Allowed = "allowed are manifests, scenarios and policies as YAML or JSON";

    private static readonly (Regex Look, string What)[] Looks =
    [
        (Html(), "an HTML page, not the file that it shows; download the raw file"),
        (Xml(), $"an XML file; {Allowed}"),
        (Script(), "a script; run it, and give the manifests that it writes"),
        (Pem(), $"a certificate or key; {Allowed}"),
        (KubectlTable(), "the table that kubectl prints for people; kubectl get -o yaml writes the objects"),
        (KubectlError(), "an error that kubectl printed; kubectl get -o yaml writes the objects"),
        (Docker(), $"a Dockerfile; {Allowed}"),
        (Hcl(), "Terraform (HCL), which is not read; take the objects from the cluster: kubectl get all -o yaml > all.yaml"),
    ];

    /// <summary>What it is and what to do instead; null if it may be YAML or JSON.</summary>
    public static string? What(string text) => Array.Find(Looks, look => look.Look.IsMatch(text)).What;

    [GeneratedRegex(@"\A\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Html();

    [GeneratedRegex(@"\A\s*<(\?xml|[a-zA-Z][\w:-]*[\s>])")]
    private static partial Regex Xml();

    [GeneratedRegex(@"\A#!\s*/")]
    private static partial Regex Script();

    [GeneratedRegex(@"\A\s*-----BEGIN [A-Z ]+-----")]
    private static partial Regex Pem();

    [GeneratedRegex(@"\A\s*(NAMESPACE +)?NAME( +[A-Z][A-Z()-]*)+ *\r?$", RegexOptions.Multiline)]
    private static partial Regex KubectlTable();

    [GeneratedRegex(@"\A\s*(Error from server|The connection to the server|error: )")]
    private static partial Regex KubectlError();

    [GeneratedRegex(@"\A([ \t]*(#[^\n]*)?\r?\n)*FROM +\S+ *(AS +\S+ *)?\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Docker();

    [GeneratedRegex(
        @"\A([ \t]*((#|//)[^\n]*)?\r?\n)*(terraform|locals|(resource|data|provider|module|variable|output)( +""[^""]*"")+) *\{")]
    private static partial Regex Hcl();
}
