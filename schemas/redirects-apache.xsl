<?xml version="1.0" encoding="UTF-8"?>
<!-- redirects-apache.xsl - redirects as a text map of Apache's mod_rewrite.

       sitecsv -r -t redirects redirects.csv | xsltproc redirects-apache.xsl - > redirects.map

     In the configuration of the server or virtual host:

       RewriteEngine on
       RewriteMap escape int:escape
       RewriteMap redirects txt:/etc/apache2/redirects.map
       RewriteCond ${redirects:${escape:%{REQUEST_URI}}?%{QUERY_STRING}} ^(.+)$
       RewriteRule ^ %1 [R=301,L,NE,QSD]
       RewriteCond ${redirects:${escape:%{REQUEST_URI}}} ^(.+)$
       RewriteRule ^ %1 [R=301,L,NE]

     Where targets have queries, Apache since 2.4.60 wants the flag UnsafeAllow3F too. Names are
     escaped as that function does. httxt2dbm makes a faster map of the text. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:siteglean:redirects:1" exclude-result-prefixes="r">

<xsl:output method="text" encoding="UTF-8"/>

<xsl:template match="/">
  <xsl:for-each select="//r:redirect">
    <xsl:value-of select="@escaped"/>
    <xsl:if test="@query"><xsl:value-of select="concat('?', @query)"/></xsl:if>
    <xsl:value-of select="concat(' ', @to, '&#10;')"/>
  </xsl:for-each>
</xsl:template>

</xsl:stylesheet>
