using System.Text;

namespace Simulator.Serve.Answers.Discovery;

/// <summary><c>/swaggerapi/</c>: which documents there are; the layout is that of 1.3.10's library.</summary>
internal static class SwaggerListing
{
    private const string OfApi = "API at ";
    private const string OfGroup = "get information of a group";
    private const string OfVersions = "get available API versions";

    private static readonly (string Path, string Words)[] Rows =
    [
        ("/version", "git code version from which this is built"),
        ("/apis", OfVersions),
        ("/api/v1", OfApi + "/api/v1"),
        ("/api", OfVersions),
        ("/apis/extensions/v1beta1", OfApi + "/apis/extensions/v1beta1"),
        ("/apis/extensions", OfGroup),
        ("/apis/autoscaling/v1", OfApi + "/apis/autoscaling/v1"),
        ("/apis/autoscaling", OfGroup),
        ("/apis/batch/v1", OfApi + "/apis/batch/v1"),
        ("/apis/batch/v2alpha1", OfApi + "/apis/batch/v2alpha1"),
        ("/apis/batch", OfGroup),
        ("/apis/policy/v1alpha1", OfApi + "/apis/policy/v1alpha1"),
        ("/apis/policy", OfGroup),
        ("/apis/apps/v1alpha1", OfApi + "/apis/apps/v1alpha1"),
        ("/apis/apps", OfGroup),
        ("/apis/rbac.authorization.k8s.io/v1alpha1", OfApi + "/apis/rbac.authorization.k8s.io/v1alpha1"),
        ("/apis/rbac.authorization.k8s.io", OfGroup),
    ];

    public static string Text { get; } = Write();

    private static string Write()
    {
        var entries = Rows.Select(row => $"   {{\n    \"path\": \"{row.Path}\",\n    \"description\": \"{row.Words}\"\n   }}");
        var text = new StringBuilder("{\n  \"swaggerVersion\": \"1.2\",\n  \"apis\": [\n");
        text.Append(string.Join(",\n", entries));
        return text.Append("\n  ],\n  \"apiVersion\": \"\",\n  \"info\": {\n   \"title\": \"\",\n   \"description\": \"\"\n  }\n }")
            .ToString();
    }
}
