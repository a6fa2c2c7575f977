package org.llmperf.leaderboard.cli;

import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.llmperf.leaderboard.client.Dialects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LlmApisTest {
    private final LlmApis apis = LlmApis.builtIn();

    private LlmApis.Target find(String name, String model, Map<String, String> environment) {
        return apis.find(name, model, environment::get);
    }

    @Test
    void every_dialect_can_be_asked_by_its_id_and_no_other_is_named() {
        assertThat(apis.dialects()).isEqualTo(new TreeSet<>(Dialects.ids()));
        assertThat(apis.names()).containsAll(Dialects.ids());
    }

    @Test
    void the_names_of_llmperf_are_known() {
        assertThat(apis.names()).contains("openai", "anthropic", "litellm", "sagemaker", "vertexai");
    }

    @Test
    void openai_is_asked_where_llmperfs_variable_says() {
        LlmApis.Target target = find("openai", "m", Map.of("OPENAI_API_BASE", "http://localhost:8000/v1"));
        assertThat(target.dialect()).isEqualTo("openai");
        assertThat(target.baseUrl()).contains("http://localhost:8000/v1");
        assertThat(target.apiKey()).contains("OPENAI_API_KEY");
    }

    @Test
    void without_the_variable_it_is_named() {
        LlmApis.Target target = find("openai", "m", Map.of());
        assertThat(target.baseUrl()).isEmpty();
        assertThat(target.variables()).containsExactly("OPENAI_API_BASE");
    }

    @Test
    void a_vertex_endpoint_of_ones_own_is_asked_by_llmperfs_variables() {
        LlmApis.Target target = find(
                "vertexai",
                "llama",
                Map.of("GCLOUD_REGION", "us-west1", "GCLOUD_PROJECT_ID", "p7", "VERTEXAI_ENDPOINT_ID", "42"));
        assertThat(target.dialect()).isEqualTo("vertex-chat");
        assertThat(target.baseUrl())
                .contains(
                        "https://us-west1-aiplatform.googleapis.com/v1beta1/projects/p7/locations/us-west1/endpoints/42");
    }

    @ParameterizedTest
    @CsvSource({
        "together_ai/meta/Llama-3, openai, https://api.together.xyz/v1, TOGETHERAI_API_KEY, meta/Llama-3",
        "groq/llama, openai, https://api.groq.com/openai/v1, GROQ_API_KEY, llama",
        "anthropic/claude-x, anthropic, https://api.anthropic.com, ANTHROPIC_API_KEY, claude-x",
        "claude-x, anthropic, https://api.anthropic.com, ANTHROPIC_API_KEY, claude-x",
        "gpt-4o, openai, https://api.openai.com/v1, OPENAI_API_KEY, gpt-4o",
        "gemini/g, gemini, https://generativelanguage.googleapis.com/v1beta, GEMINI_API_KEY, g",
        "bedrock/m, bedrock, https://bedrock-runtime.us-west-2.amazonaws.com, AWS_SECRET_ACCESS_KEY, m",
        "ollama_chat/llama3:8b, ollama, http://127.0.0.1:11434, OLLAMA_API_KEY, llama3:8b",
        "ollama/m, ollama, http://127.0.0.1:11434, OLLAMA_API_KEY, m",
        "watsonx/ibm/granite, watsonx, https://us-south.ml.example, WATSONX_APIKEY, ibm/granite",
        "text-completion-openai/m, openai-completions, https://api.openai.com/v1, OPENAI_API_KEY, m",
        "cohere_chat/c, cohere, https://api.cohere.com, COHERE_API_KEY, c"
    })
    void litellm_has_the_provider_before_the_model(
            String model, String dialect, String base, String key, String asked) {
        LlmApis.Target target = find(
                "litellm", model, Map.of("AWS_REGION_NAME", "us-west-2", "WATSONX_URL", "https://us-south.ml.example"));
        assertThat(target.dialect()).isEqualTo(dialect);
        assertThat(target.baseUrl()).contains(base);
        assertThat(target.apiKey()).contains(key);
        assertThat(target.model()).isEqualTo(asked);
    }

    @Test
    void azure_puts_deployment_and_version_into_the_address() {
        Map<String, String> environment =
                Map.of("AZURE_API_BASE", "https://r.openai.azure.com", "AZURE_API_VERSION", "2024-10-21");
        assertThat(find("litellm", "azure/dep", environment).baseUrl())
                .contains("https://r.openai.azure.com/openai/deployments/dep?api-version=2024-10-21");
        assertThat(find("azure", "dep", Map.of("AZURE_API_BASE", "https://r.openai.azure.com"))
                        .baseUrl())
                .contains("https://r.openai.azure.com/openai/v1");
    }

    @Test
    void an_unknown_api_is_refused_with_those_that_are_known() {
        assertThatThrownBy(() -> find("grpc", "m", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("anthropic")
                .hasMessageContaining("litellm");
        assertThatThrownBy(() -> find("litellm", "nobody/m", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("together_ai");
    }
}
