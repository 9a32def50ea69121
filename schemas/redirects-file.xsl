<?xml version="1.0" encoding="UTF-8"?>
<!-- redirects-file.xsl - redirects as the file _redirects of hosts of static sites: path, wanted
     parameters, target, status. The first line that fits counts, so those with parameters come
     first.

       sitecsv -r -t redirects redirects.csv | xsltproc redirects-file.xsl - > _redirects -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:siteglean:redirects:1" xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="r str">

<xsl:output method="text" encoding="UTF-8"/>

<xsl:template match="/">
  <xsl:apply-templates select="//r:redirect[@query]"/>
  <xsl:apply-templates select="//r:redirect[not(@query)]"/>
</xsl:template>

<!-- In a path, ':' and '*' would stand for any. -->
<xsl:template match="r:redirect">
  <xsl:value-of select="str:replace(str:replace(@escaped, ':', '%3a'), '*', '%2a')"/>
  <xsl:if test="@query">
    <xsl:value-of select="concat(' ', translate(@query, '&amp;', ' '))"/>
  </xsl:if>
  <xsl:value-of select="concat(' ', @to, ' 301&#10;')"/>
</xsl:template>

</xsl:stylesheet>
